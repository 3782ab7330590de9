import { organizationRenamed } from '@banyan/contracts/identity/events';
import { AppError } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import type { CorrectOrganization, OrganizationView } from './contract.ts';
import { codeTaken } from './create-organization.ts';
import { changedFields, type FieldChange, type Organization } from './organization.ts';
import {
  lockTree,
  nextTreeRevision,
  nodeOf,
  organizationInScope,
  recordChange,
  storeOrganization,
} from './organization-table.ts';
import { organizationView } from './organization-view.ts';

/** Renames the organization or corrects its facts, if it still is at the version that the caller has read. */
export async function correctOrganization(
  kit: Kit,
  scope: Scope,
  id: string,
  version: number,
  input: CorrectOrganization,
): Promise<OrganizationView> {
  const write = kit.database.write(scope, async (tx) => {
    await lockTree(tx);
    const current = await organizationInScope(tx, scope, id);
    if (current.version !== version) {
      const since = await tx.sql<{ fields: FieldChange[] }[]>`
        select fields from organization_changes where organization_id = ${id} and version > ${version}`;
      throw stale(kit, scope, current, since);
    }
    const fields = changedFields(current, input);
    if (fields.length === 0) return organizationView(kit, scope.actor, current);
    const treeRevision = await nextTreeRevision(tx);
    const next = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
    const organization = await storeOrganization(tx, { ...current, ...next });
    await recordChange(tx, { organization, action: 'corrected', verb: 'update', fields, treeRevision });
    tx.emit(organizationRenamed, id, {
      treeRevision,
      version: organization.version,
      organization: nodeOf(organization),
    });
    return organizationView(kit, scope.actor, organization);
  });
  const view = await write.catch(codeTaken);
  await kit.treeChanged();
  return view;
}

function stale(kit: Kit, scope: Scope, current: Organization, since: readonly { fields: FieldChange[] }[]) {
  return new AppError('stale', 'record.stale', 'Somebody changed this organization in the meantime.', {
    detail: 'Look at what changed, then send your change for the current version.',
    extensions: {
      current: organizationView(kit, scope.actor, current),
      changed: [...new Set(since.flatMap(({ fields }) => fields.map(({ field }) => field)))],
    },
  });
}
