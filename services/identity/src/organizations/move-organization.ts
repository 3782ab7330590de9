import { organizationMoved } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { holds, type Scope } from '@banyan/service-kit/scope';
import type { OrganizationView } from './contract.ts';
import { checkMove, type Organization, pathBelow } from './organization.ts';
import {
  nextTreeRevision,
  nodeOf,
  organizationInScope,
  recordChange,
  rewritePaths,
  storeOrganization,
} from './organization-table.ts';
import { organizationView } from './organization-view.ts';

/** Moves a node and all below it. Both ends must be in scope: the parent it leaves and the one it comes to. */
export async function moveOrganization(
  kit: Kit,
  scope: Scope,
  id: string,
  parentId: string,
): Promise<OrganizationView> {
  const view = await kit.database.write(scope, async (tx) => {
    const treeRevision = await nextTreeRevision(tx);
    const node = await organizationInScope(tx, scope, id);
    const parent = await organizationInScope(tx, scope, parentId);
    if (node.parentId !== null && !holds(scope, kit.tree(), node.parentId)) {
      throw new AppError(
        'forbidden',
        'identity.organization-not-yours-to-move',
        'It is not yours to take away.',
        {
          detail: 'You hold this organization, but not the one above it.',
        },
      );
    }
    checkMove(node, parent);
    const moved = await moveBelow(tx, kit, { node, parent, treeRevision });
    return organizationView(kit, scope.actor, moved);
  });
  await kit.treeChanged();
  return view;
}

interface Move {
  readonly node: Organization;
  readonly parent: Organization;
  readonly treeRevision: number;
}

/** The move itself: paths of the whole subtree, history, audit, fact. The tree is locked and the rules are checked. */
export async function moveBelow(
  tx: WriteTransaction,
  kit: Kit,
  { node, parent, treeRevision }: Move,
): Promise<Organization> {
  const path = pathBelow(parent.path, node.number);
  await rewritePaths(tx.sql, node.path, path);
  const organization = await storeOrganization(tx, { ...node, parentId: parent.id, path });
  const from = { id: node.parentId, name: kit.tree().get(node.parentId ?? '')?.name ?? null };
  await recordChange(tx, {
    organization,
    action: 'moved',
    verb: 'move',
    fields: [{ field: 'parent', from, to: { id: parent.id, name: parent.name } }],
    treeRevision,
  });
  tx.emit(organizationMoved, node.id, {
    treeRevision,
    version: organization.version,
    organization: nodeOf(organization),
    fromPath: node.path,
  });
  return organization;
}
