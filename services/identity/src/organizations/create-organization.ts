import { organizationCreated } from '@banyan/contracts/identity/events';
import { AppError } from '@banyan/service-kit/error';
import type { IdempotencyKey } from '@banyan/service-kit/idempotency';
import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { CreateOrganization, OrganizationView } from './contract.ts';
import { checkParent, type Organization, pathBelow } from './organization.ts';
import {
  insertOrganization,
  nextTreeRevision,
  nodeOf,
  organizationInScope,
  recordChange,
} from './organization-table.ts';
import { organizationView } from './organization-view.ts';

/** Adds a node below a parent in scope. */
export async function createOrganization(
  kit: Kit,
  scope: Scope,
  { parentId, ...input }: CreateOrganization,
  idempotency: IdempotencyKey | null,
): Promise<OrganizationView> {
  const write = kit.database.write(
    scope,
    async (tx) => {
      const treeRevision = await nextTreeRevision(tx);
      const parent = await organizationInScope(tx, scope, parentId);
      checkParent(parent, input.type);
      const [row] = await tx.sql<{ number: number }[]>`select nextval('organization_numbers')::int as number`;
      const number = row?.number ?? 0;
      const organization: Organization = {
        ...input,
        id: uuidv7(),
        parentId,
        number,
        path: pathBelow(parent.path, number),
        status: 'active',
        validFrom: input.establishedOn ?? kit.clock.today(),
        validTo: null,
        mergedIntoId: null,
        version: 1,
      };
      await insertOrganization(tx, organization);
      const fields = Object.entries({ ...input, parent: { id: parent.id, name: parent.name } })
        .filter(([, to]) => to !== null)
        .map(([field, to]) => ({ field, from: null, to }));
      await recordChange(tx, { organization, action: 'created', verb: 'create', fields, treeRevision });
      const node = nodeOf(organization);
      tx.emit(organizationCreated, organization.id, { treeRevision, version: 1, organization: node });
      return organizationView(kit, scope.actor, organization);
    },
    { idempotency },
  );
  const view = await write.catch(codeTaken);
  await kit.treeChanged();
  return view;
}

/** The unique index on codes as an error of the field. */
export function codeTaken(error: unknown): never {
  const { constraint_name: constraint } = (error ?? {}) as { constraint_name?: string };
  if (constraint !== 'organizations_code') throw error;
  throw new AppError('conflict', 'identity.organization-code-taken', 'Another organization has this code.', {
    detail: 'Choose another code.',
    errors: [{ field: 'code', code: 'taken', message: 'Another organization has this code.' }],
  });
}
