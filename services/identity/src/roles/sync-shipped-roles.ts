import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';
import { allRoles, storeRole } from './role-table.ts';
import { shippedRoles } from './shipped-roles.ts';

/** Gives the roles that ship the permissions of this release. */
export async function syncShippedRoles(kit: Kit): Promise<void> {
  await kit.database.write(systemScope('identity.role.sync'), async (tx) => {
    await tx.sql`select from access_counters for update`;
    for (const role of await allRoles(tx)) {
      const permissions = shippedRoles[role.id];
      if (!role.shipped || permissions === undefined) continue;
      if (permissions.join() === role.permissions.join()) continue;
      await storeRole(tx, { ...role, permissions, version: role.version + 1 });
      tx.audit({
        action: 'identity.role.update',
        entity: 'role',
        subjectId: null,
        organizationId: null,
        fields: ['permissions'],
        reason: role.id,
      });
    }
  });
}
