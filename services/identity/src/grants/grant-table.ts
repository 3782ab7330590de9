import type { GrantScope } from '@banyan/contracts/access';
import type { Kit } from '@banyan/service-kit/kit';
import type { Actor } from '@banyan/service-kit/scope';
import type { PendingQuery, Row, Sql } from 'postgres';
import { holdsAccount } from '../accounts/account-table.ts';
import { instant, instantOrNull } from '../request.ts';
import type { GrantView } from './contract.ts';
import { scopeView } from './held-roles.ts';

export interface GrantRow {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly organizationId: string;
  readonly personId: string | null;
  readonly roleId: string;
  readonly roleName: string;
  readonly mode: GrantScope['mode'];
  readonly nodes: string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
}

/** Columns of a grant `g` with its account `a` and role `r`. */
export const grantColumns = (sql: Sql): PendingQuery<Row[]> => sql`
  g.id, g.account_id as "accountId", a.username, a.display_name as "displayName", a.organization_id as "organizationId",
  a.person_id as "personId", r.id as "roleId", r.name as "roleName", g.mode, g.nodes, g.valid_from as "validFrom",
  g.valid_to as "validTo", g.created_at as "createdAt", g.created_by as "createdBy"`;

export const grantJoins = (sql: Sql): PendingQuery<Row[]> => sql`
  grants g join accounts a on a.id = g.account_id join roles r on r.id = g.role_id`;

export function grantView(
  kit: Kit,
  actor: Actor,
  row: GrantRow,
  names: ReadonlyMap<string, string>,
): GrantView {
  const assign = kit.authorizer.scopeFor(actor, 'identity.grant.assign');
  const may = assign !== null && row.accountId !== actor.accountId && holdsAccount(kit, assign, row);
  return {
    id: row.id,
    account: { id: row.accountId, username: row.username, displayName: row.displayName },
    role: { id: row.roleId, name: row.roleName },
    scope: scopeView(kit, row.mode, row.nodes),
    validFrom: instantOrNull(row.validFrom),
    validTo: instantOrNull(row.validTo),
    createdAt: instant(row.createdAt),
    createdBy: row.createdBy === null ? null : { id: row.createdBy, name: names.get(row.createdBy) ?? '' },
    abilities: may ? ['revoke'] : [],
  };
}
