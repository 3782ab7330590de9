import { organizationMerged } from '@banyan/contracts/identity/events';
import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import type { OrganizationView } from './contract.ts';
import { moveBelow } from './move-organization.ts';
import { checkMerge } from './organization.ts';
import {
  activeChildren,
  nextTreeRevision,
  nodeOf,
  organizationInScope,
  recordChange,
  storeOrganization,
} from './organization-table.ts';
import { organizationView } from './organization-view.ts';

/**
 * Ends an organization by another that takes its children, and by the fact its people. Each move of a child is announced
 * first, at a revision of its own. Grants stay where they were given: rights do not follow a merge by themselves.
 */
export async function mergeOrganization(
  kit: Kit,
  scope: Scope,
  id: string,
  intoId: string,
): Promise<OrganizationView> {
  const view = await kit.database.write(scope, async (tx) => {
    let treeRevision = await nextTreeRevision(tx);
    const node = await organizationInScope(tx, scope, id);
    const into = await organizationInScope(tx, scope, intoId);
    const children = await activeChildren(tx, id);
    checkMerge(node, into, children);
    for (const child of children) {
      await moveBelow(tx, kit, { node: child, parent: into, treeRevision });
      treeRevision = await nextTreeRevision(tx);
    }
    const organization = await storeOrganization(tx, {
      ...node,
      status: 'merged',
      mergedIntoId: into.id,
      validTo: kit.clock.today(),
    });
    await recordChange(tx, {
      organization,
      action: 'merged',
      verb: 'merge',
      fields: [{ field: 'mergedInto', from: null, to: { id: into.id, name: into.name } }],
      treeRevision,
    });
    tx.emit(organizationMerged, id, {
      treeRevision,
      version: organization.version,
      organization: nodeOf(organization),
      intoId: into.id,
    });
    return organizationView(kit, scope.actor, organization);
  });
  await kit.treeChanged();
  return view;
}
