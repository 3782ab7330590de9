import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { accountNames } from '../accounts/account-table.ts';
import { instant } from '../request.ts';
import type { OrganizationView } from './contract.ts';
import type { FieldChange } from './organization.ts';
import { organizationInScope } from './organization-table.ts';
import { organizationView } from './organization-view.ts';

export async function readOrganization(kit: Kit, scope: Scope, id: string): Promise<OrganizationView> {
  const organization = await kit.database.read(scope, (tx) => organizationInScope(tx, scope, id));
  return organizationView(kit, scope.actor, organization);
}

interface ChangeRow {
  readonly id: string;
  readonly at: string;
  readonly accountId: string | null;
  readonly action: 'created' | 'corrected' | 'moved' | 'merged' | 'dissolved';
  readonly fields: FieldChange[];
  readonly version: number;
}

/** What happened to the organization, the newest 200. */
export async function listOrganizationHistory(kit: Kit, scope: Scope, id: string) {
  const rows = await kit.database.read(scope, async (tx) => {
    await organizationInScope(tx, scope, id);
    return tx.sql<ChangeRow[]>`
      select id, at, account_id as "accountId", action, fields, version::int as version
      from organization_changes where organization_id = ${id} order by tree_revision desc limit 200`;
  });
  const names = await accountNames(
    kit,
    rows.map((row) => row.accountId),
  );
  return rows.map(({ accountId, at, ...row }) => ({
    ...row,
    at: instant(at),
    actor: accountId === null ? null : { id: accountId, name: names.get(accountId) ?? '' },
  }));
}
