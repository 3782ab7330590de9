import type { Transaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { maxDepth, pageOf, parseSort } from '@banyan/service-kit/list';
import { type Scope, within } from '@banyan/service-kit/scope';
import { memberRole } from '../grants/access.ts';
import { idsInScope, inScope } from '../organizations/in-scope.ts';
import type { Account } from './account.ts';
import { accountColumns, lockedAt } from './account-table.ts';
import { accountViews } from './account-view.ts';
import type { AccountView } from './contract.ts';

export interface AccountFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly node?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly q?: string | undefined;
  readonly status?: 'active' | 'locked' | 'disabled' | undefined;
  readonly roleId?: string | undefined;
  readonly sort?: string | undefined;
}

export interface AccountList {
  readonly items: AccountView[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

export async function listAccounts(kit: Kit, scope: Scope, filter: AccountFilter): Promise<AccountList> {
  const { limit, offset } = pageOf(filter);
  const sort = parseSort(filter.sort, ['username', 'displayName', 'lastSignInAt'] as const)[0];
  const tree = kit.tree();
  const narrowed = [filter.node, filter.organizationId]
    .filter((id) => id !== undefined)
    .reduce((reach, id) => within(reach, tree, id), scope);
  const now = kit.clock.now().toISOString();
  return kit.database.read(narrowed, async (tx) => {
    const { sql } = tx;
    const { q } = filter;
    const named = q ? beginsWith(sql, q, await peopleLike(tx, q)) : sql`true`;
    const where = sql`${conditions(tx, tree, narrowed, filter, now)} and ${named}`;
    // Few organizations are read whole and sorted; otherwise the order is walked until the page is full.
    const found = idsInScope(tree, narrowed) === null && !q ? sql`not materialized` : sql`materialized`;
    const accounts = await sql<Account[]>`
      with a as ${found} (select a.* from accounts a where ${where})
      select ${accountColumns(sql, now)} from a order by ${order(tx, sort)} limit ${limit} offset ${offset}`;
    const [counted] = await sql<{ total: number }[]>`
      select count(*)::int as total from (select from accounts a where ${where} limit ${maxDepth + 1}) c`;
    const total = counted?.total ?? 0;
    return {
      items: await accountViews(kit, scope.actor, tx, accounts),
      total: Math.min(total, maxDepth),
      totalIsExact: total <= maxDepth,
    };
  });
}

function order({ sql }: Transaction, sort: { field: string; descending: boolean } | undefined) {
  const direction = sort?.descending === true ? sql`desc` : sql`asc`;
  if (sort?.field === 'displayName') return sql`a.display_name ${direction}, a.username`;
  if (sort?.field === 'lastSignInAt') return sql`a.last_sign_in_at ${direction} nulls last, a.username`;
  return sql`a.username ${direction}`;
}

function conditions(
  { sql }: Transaction,
  tree: OrganizationTree,
  scope: Scope,
  filter: AccountFilter,
  now: string,
) {
  const locked = lockedAt(sql, now);
  const status =
    filter.status === undefined
      ? sql`true`
      : filter.status === 'disabled'
        ? sql`a.status = 'disabled'`
        : filter.status === 'locked'
          ? sql`a.status = 'active' and ${locked}`
          : sql`a.status = 'active' and not ${locked}`;
  const role =
    filter.roleId === undefined
      ? sql`true`
      : filter.roleId === memberRole
        ? sql`a.person_id is not null`
        : sql`a.id in (select account_id from grants where role_id = ${filter.roleId} and revoked_at is null)`;
  const reached = inScope(sql, tree, scope, sql`a.organization_id`);
  const seen = scope.personId === null ? reached : sql`(${reached} or a.person_id = ${scope.personId})`;
  return sql`${seen} and ${status} and ${role}`;
}

const end = '\u{10FFFF}';

/** Ranges in byte order instead of LIKE, which loses its index behind row-level security. Each arm has an index of its own. */
function beginsWith(sql: Transaction['sql'], q: string, people: readonly string[]) {
  const low = q.toLowerCase();
  return sql`(a.username >= ${low} and a.username < ${low + end}
    or a.display_name >= ${q} and a.display_name < ${q + end}
    or a.person_id = any(${[...people]}::uuid[]))`;
}

/** People whose pinyin begins so, no more than a list is deep. */
async function peopleLike({ sql }: Transaction, q: string): Promise<string[]> {
  const low = q.toLowerCase();
  const rows = await sql<{ id: string }[]>`
    select id from people where pinyin >= ${low} and pinyin < ${low + end} order by pinyin limit ${maxDepth}`;
  return rows.map(({ id }) => id);
}
