import { organizationDissolved } from '@banyan/contracts/identity/events';
import type { Kit } from '@banyan/service-kit/kit';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import { peopleLeftIn } from '../people/people-table.ts';
import type { OrganizationView } from './contract.ts';
import { checkDissolve } from './organization.ts';
import {
  activeChildren,
  nextTreeRevision,
  nodeOf,
  organizationInScope,
  recordChange,
  storeOrganization,
} from './organization-table.ts';
import { organizationView } from './organization-view.ts';

/** Ends an empty organization. */
export async function dissolveOrganization(kit: Kit, scope: Scope, id: string): Promise<OrganizationView> {
  const view = await kit.database.write(scope, async (tx) => {
    const treeRevision = await nextTreeRevision(tx);
    const node = await organizationInScope(tx, scope, id);
    const children = await activeChildren(tx, id);
    // Everybody counts, also whom this actor may not see: the system looks.
    await tx.enter(systemScope('identity.organization.dissolve'));
    const people = await peopleLeftIn(tx, id);
    checkDissolve(node, { children: children.length, people });
    const organization = await storeOrganization(tx, {
      ...node,
      status: 'dissolved',
      validTo: kit.clock.today(),
    });
    await recordChange(tx, {
      organization,
      action: 'dissolved',
      verb: 'dissolve',
      fields: [{ field: 'status', from: 'active', to: 'dissolved' }],
      treeRevision,
    });
    tx.emit(organizationDissolved, id, {
      treeRevision,
      version: organization.version,
      organization: nodeOf(organization),
    });
    return organizationView(kit, scope.actor, organization);
  });
  await kit.treeChanged();
  return view;
}
