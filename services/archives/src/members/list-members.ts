import { z } from '@hono/zod-openapi';
import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { maxDepth, pageOf } from '@banyan/service-kit/list';
import { holds, type Scope, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { factsOf } from './fact-filters.ts';
import { factPageStatement } from './fact-pages.ts';
import type { CustomValues } from '../fields/custom-field.ts';
import { isImportInSight } from '../imports/find-import.ts';
import { itemJson } from './item-json.ts';
import { customOfPage } from './list-custom.ts';
import {
  isFrequent,
  type PageAnswer,
  type PageRequest,
  type PageRow,
  pageStatement,
} from './member-pages.ts';
import type { MemberItem } from './member-views.ts';
import { civilDay } from './member-fields.ts';
import { memberReach } from './member-policy.ts';
import { shapeOf } from './member-scope.ts';
import { textResponse } from './record-response.ts';
import { type ListQuery, listQuerySchema } from './routes.ts';
import { readSearch } from './search-query.ts';
import { searchMembers } from './search-members.ts';
import { memberItem } from './show-views.ts';

export interface Found {
  readonly rows: PageAnswer;
  /** Null where the rows say it. */
  readonly total: number | null;
  readonly totalIsExact: boolean;
}

/** The people of my scope, newest first, with their exact number. */
export async function listMembers(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read');
  const query = parseQuery(c, listQuerySchema);
  const scope = narrowed(deps, granted, query);
  const request = await requestOf(deps, scope, query);
  const search = readSearch(query.q ?? '', kit.clock.today());
  const found =
    search === null ? await listed(deps, scope, request) : await searchMembers(deps, scope, request, search);
  const rows = found.rows.filter((row): row is PageRow => row.id !== null);
  const reach = memberReach(kit.authorizer, kit.tree(), scope.actor);
  const last = rows.length === request.limit ? rows.at(-1) : undefined;
  const custom = await customOfPage(
    kit,
    scope,
    query.fields,
    rows.map(({ id }) => id),
  );
  const items = rows.map((row) => itemJson(itemOf(memberItem(sealer, reach, row), custom))).join(',');
  const total = found.total ?? Number(found.rows[0]?.total ?? 0);
  const next = last === undefined ? null : cursorOf(query.sort, last);
  return textResponse(
    `{"items":[${items}],"total":${total},"totalIsExact":${found.totalIsExact},"next":${JSON.stringify(next)}}`,
  );
}

function itemOf(item: MemberItem, custom: ReadonlyMap<string, CustomValues> | null): MemberItem {
  return custom === null ? item : { ...item, custom: { ...custom.get(item.id) } as MemberItem['custom'] };
}

async function listed({ kit }: Deps, scope: Scope, request: PageRequest): Promise<Found> {
  const { text, values } = request.facts === null ? pageStatement(request) : factPageStatement(request);
  const rows = await kit.database.readOne<PageRow>(scope, text, values, isFrequent(request));
  if (request.facts === null) return { rows, total: null, totalIsExact: true };
  const total = Number(rows[0]?.total ?? 0);
  return { rows, total: Math.min(total, maxDepth), totalIsExact: total <= maxDepth };
}

/** The part of a scope that the query asks for. */
export function narrowed(
  { kit }: Deps,
  scope: Scope,
  { node, organizationId }: Pick<ListQuery, 'node' | 'organizationId'>,
): Scope {
  const tree = kit.tree();
  const seen = node === undefined ? scope : within(scope, tree, node);
  return organizationId === undefined ? seen : within(seen, tree, organizationId);
}

/** What a query asks of the people of a scope. */
export async function requestOf(deps: Deps, scope: Scope, query: ListQuery): Promise<PageRequest> {
  const { stage, state, sort, after } = query;
  const { limit, offset } = after === undefined ? pageOf(query) : { limit: query.pageSize, offset: 0 };
  return {
    shape: shapeOf(scope, deps.kit.tree()),
    own: await ownOutside(deps, scope),
    stage,
    state,
    facts: factsOf(await seenOf(deps, scope, query)),
    sort: { key: sort.endsWith('name') ? 'name' : 'joinedOn', descending: sort.startsWith('-') },
    limit,
    offset,
    after: after === undefined ? null : readCursor(sort, after),
    recent: deps.recent.since,
  };
}

/** An import out of sight is as one that does not exist. */
async function seenOf(deps: Deps, { actor }: Scope, query: ListQuery): Promise<ListQuery> {
  if (query.import === undefined || (await isImportInSight(deps, actor, query.import))) return query;
  return { ...query, import: noImport };
}

const noImport = '00000000-0000-0000-0000-000000000000';

/** The reader's own record, unless the organizations of the scope hold it anyhow. */
async function ownOutside({ kit }: Deps, scope: Scope): Promise<string | null> {
  const own = scope.personId;
  if (own === null || scope.whole || scope.ranges.length === 0) return scope.whole ? null : own;
  const [row] = await kit.database.readOne<{ home: string | null }>(
    scope,
    'select member_organization($1::uuid) as home',
    [own],
  );
  return row?.home && !holds(scope, kit.tree(), row.home) ? own : null;
}

/** Where a page ended: the sort key and id of its last row. */
function cursorOf(sort: string, { key, id }: PageRow): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

function readCursor(sort: string, after: string): { key: string; id: string } {
  try {
    const [of, key, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const isKey = sort.endsWith('name')
      ? /^[a-z]*$/.test(String(key))
      : key === '-infinity' || civilDay.safeParse(key).success;
    if (of === sort && isKey && z.uuid().safeParse(id).success) return { key: String(key), id: String(id) };
  } catch {
    // Not a cursor of ours.
  }
  throw new AppError('invalid', 'list.cursor-unusable', 'This place in the list cannot be gone on from.', {
    errors: [{ field: 'after', code: 'invalid_value', message: 'Take `next` of a page with the same sort.' }],
  });
}
