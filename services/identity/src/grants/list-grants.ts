import type { Kit } from '@banyan/service-kit/kit';
import { maxDepth, pageOf } from '@banyan/service-kit/list';
import { type Scope, within } from '@banyan/service-kit/scope';
import { accountNames } from '../accounts/account-table.ts';
import { inScope } from '../organizations/in-scope.ts';
import type { GrantView } from './contract.ts';
import { grantColumns, grantJoins, type GrantRow, grantView } from './grant-table.ts';

export interface GrantFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly node?: string | undefined;
  readonly accountId?: string | undefined;
  readonly roleId?: string | undefined;
}

/** Grants of accounts in scope that were not revoked, the newest first. */
export async function listGrants(kit: Kit, scope: Scope, filter: GrantFilter) {
  const { limit, offset } = pageOf(filter);
  const narrowed = filter.node === undefined ? scope : within(scope, kit.tree(), filter.node);
  const { rows, total } = await kit.database.read(narrowed, async ({ sql }) => {
    const where = sql`
      g.revoked_at is null and ${inScope(sql, kit.tree(), narrowed, sql`a.organization_id`)}
      and ${filter.accountId === undefined ? sql`true` : sql`g.account_id = ${filter.accountId}`}
      and ${filter.roleId === undefined ? sql`true` : sql`g.role_id = ${filter.roleId}`}`;
    const [counted] = await sql<{ total: number }[]>`
      select count(*)::int as total from (select from ${grantJoins(sql)} where ${where} limit ${maxDepth + 1}) c`;
    const found = await sql<GrantRow[]>`
      select ${grantColumns(sql)} from ${grantJoins(sql)} where ${where}
      order by g.created_at desc, g.id desc limit ${limit} offset ${offset}`;
    return { rows: found, total: counted?.total ?? 0 };
  });
  const names = await accountNames(
    kit,
    rows.map((row) => row.createdBy),
  );
  const items: GrantView[] = rows.map((row) => grantView(kit, scope.actor, row, names));
  return { items, total: Math.min(total, maxDepth), totalIsExact: total <= maxDepth };
}
