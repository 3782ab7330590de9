import type { Kit } from '@banyan/service-kit/kit';
import { maxDepth, pageOf } from '@banyan/service-kit/list';
import { type Scope, systemScope, within } from '@banyan/service-kit/scope';
import type { Sql } from 'postgres';
import { idsInScope, inScope } from '../organizations/in-scope.ts';
import { instant } from '../request.ts';
import type { TrailEntry } from './contract.ts';

export interface TrailFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly node?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly domain?: string | undefined;
  readonly action?: string | undefined;
  readonly accountId?: string | undefined;
  readonly subjectId?: string | undefined;
}

interface TrailRow extends Omit<TrailEntry, 'account' | 'subject' | 'organization'> {
  readonly accountId: string | null;
  readonly subjectId: string | null;
  readonly organizationId: string | null;
}

/** Who did what, in every domain, the newest first, with the names of today. */
export async function listAuditEntries(kit: Kit, scope: Scope, filter: TrailFilter) {
  const { limit, offset } = pageOf(filter);
  const tree = kit.tree();
  const narrowed = [filter.node, filter.organizationId]
    .filter((id) => id !== undefined)
    .reduce((reach, id) => within(reach, tree, id), scope);
  // Rows of no organization are the whole enterprise's: they leave the list when it is narrowed to a node.
  const isNarrowed = filter.node !== undefined || filter.organizationId !== undefined;
  const { rows, total } = await kit.database.read(narrowed, async ({ sql }) => {
    const where = conditions(sql, filter);
    const columns = sql`t.id, t.at, t.domain, t.action, t.entity, t.account_id as "accountId",
      t.subject_id as "subjectId", t.organization_id as "organizationId", t.fields, t.version::int as version, t.reason,
      t.request_id as "requestId"`;
    const reached =
      narrowed.whole && isNarrowed
        ? sql`t.organization_id is not null`
        : inScope(sql, tree, narrowed, sql`t.organization_id`);
    const ids = idsInScope(tree, narrowed);
    // The newest of each of a few organizations, or a walk over everybody's until the page is full.
    const found =
      ids === null
        ? sql<TrailRow[]>`
            select ${columns} from audit_trail t where ${reached} and ${where}
            order by t.at desc, t.id desc limit ${limit} offset ${offset}`
        : sql<TrailRow[]>`
            select t.* from unnest(${ids}::uuid[]) s(id) cross join lateral (
              select ${columns} from audit_trail t where t.organization_id = s.id and ${where}
              order by t.at desc, t.id desc limit ${limit + offset}) t
            order by t.at desc, t.id desc limit ${limit} offset ${offset}`;
    const counting = sql<{ total: number }[]>`
      select count(*)::int as total
      from (select from audit_trail t where ${reached} and ${where} limit ${maxDepth + 1}) c`;
    const [page, [counted]] = await Promise.all([found, counting]);
    return { rows: page, total: counted?.total ?? 0 };
  });
  const items = await named(kit, rows);
  return { items, total: Math.min(total, maxDepth), totalIsExact: total <= maxDepth };
}

function conditions(sql: Sql, filter: TrailFilter) {
  const { from, to, domain, action, accountId, subjectId } = filter;
  const always = sql`true`;
  const end = '\u{10FFFF}';
  return sql`
    ${from === undefined ? always : sql`t.at >= ${from}`} and ${to === undefined ? always : sql`t.at < ${to}`}
    and ${domain === undefined ? always : sql`t.domain = ${domain}`}
    and ${action === undefined ? always : sql`t.action >= ${action} and t.action < ${action + end}`}
    and ${accountId === undefined ? always : sql`t.account_id = ${accountId}`}
    and ${subjectId === undefined ? always : sql`t.subject_id = ${subjectId}`}`;
}

/** Names of accounts, people and organizations in a page of rows. */
async function named(kit: Kit, rows: readonly TrailRow[]): Promise<TrailEntry[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.accountId, row.subjectId]).filter((id) => id !== null))];
  const found = await kit.database.read(
    systemScope('identity.audit.name'),
    (tx) => tx.sql<{ id: string; name: string }[]>`
      select id, display_name as name from accounts where id = any(${ids}::uuid[])
      union all select id, name from people where id = any(${ids}::uuid[])
      union all select s.id, a.display_name from sessions s join accounts a on a.id = s.account_id
        where s.id = any(${ids}::uuid[])`,
  );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const tree = kit.tree();
  const nameOf = (id: string | null) =>
    id === null ? null : { id, name: names.get(id) ?? tree.get(id)?.name ?? null };
  return rows.map(({ accountId, subjectId, organizationId, at, ...row }) => ({
    ...row,
    at: instant(at),
    account: nameOf(accountId),
    subject: nameOf(subjectId),
    organization: nameOf(organizationId),
  }));
}
