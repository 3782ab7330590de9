import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { maxDepth, pageOf } from '@banyan/service-kit/list';
import { both, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { customName } from '../fields/change-custom.ts';
import { narrowed } from '../members/list-members.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { requestReach } from './change-request-policy.ts';
import { requestColumns, type RequestRow } from './change-request-table.ts';
import type { ChangeRequestItem } from './change-request-views.ts';
import { elsewhere } from './fields-elsewhere.ts';
import { type ListChangeRequestsQuery, listChangeRequestsSchema } from './routes.ts';
import { changeRequestItem } from './show-views.ts';

type Row = RequestRow & { readonly fields: ChangeRequestItem['fields']; readonly total: number };

/** Requests of the reader's scope, newest first. The total is counted up to 10,000. */
export async function listChangeRequests(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.change-request.read');
  const query = parseQuery(c, listChangeRequestsSchema);
  const deciding = query.box === 'to-decide';
  const scope = narrowed(
    deps,
    deciding ? both(await authorize(kit, c, 'archives.change-request.approve'), granted) : granted,
    query,
  );
  const { text, values } = pageStatement(deps, scope, query);
  const rows = await kit.database.readOne<Row | { id: null; total: number }>(scope, text, values, false);
  const reach = requestReach(kit.authorizer, kit.tree(), scope.actor);
  const found = rows.filter((row): row is Row => row.id !== null);
  const total = rows[0]?.total ?? 0;
  return jsonResponse({
    items: found.map((row) => changeRequestItem(reach, row)),
    total: Math.min(total, maxDepth),
    totalIsExact: total <= maxDepth,
  });
}

/** Custom fields that the person left behind go by one name, and only while they wait. */
const fieldsText = `
  select coalesce(json_agg(json_build_object('field', case when f.known then f.field else '${elsewhere}' end,
    'decision', f.decision) order by f.known desc, f.place) filter (where f.known or f.decision is null), '[]')
  from (
    select field, decision, place, field not like '${customName('%')}' or exists (
      select 1 from inherited_fields(array[r.organization_id]) i
      where '${customName('')}' || (i.field).key = change_request_fields.field
    ) as known
    from change_request_fields where request_id = r.id
  ) f`;

/** Up to so many organizations are named one by one, so that the index of organizations is used. */
const namedLimit = 400;

function pageStatement({ kit }: Deps, scope: Scope, query: ListChangeRequestsQuery) {
  const parameters = new Parameters();
  const filters = filtersOf(scope, query, parameters).join(' ');
  const place = placeOf(kit.tree(), scope, parameters);
  const direction = query.sort.startsWith('-') ? 'desc' : 'asc';
  const { limit, offset } = pageOf(query);
  const text = `with page as materialized (
      select r.id from change_requests r where ${place} ${filters}
      order by r.proposed_at ${direction}, r.id ${direction} limit ${limit} offset ${offset}
    ), counted as (
      select count(*)::int as total from (
        select 1 from change_requests r where ${place} ${filters} limit ${maxDepth + 1}
      ) capped
    )
    select counted.total, item.* from counted left join (page cross join lateral (
      select ${requestColumns}, (${fieldsText}) as fields
      from change_requests r join members m on m.id = r.member_id where r.id = page.id
    ) item) on true
    order by item."proposedAt" ${direction}, item.id ${direction}`;
  return { text, values: parameters.values };
}

/** The scope as a condition on `r`; the own record counts wherever it is. */
function placeOf(tree: ReturnType<Deps['kit']['tree']>, scope: Scope, parameters: Parameters): string {
  const shape = shapeOf(scope, tree);
  if (shape.whole) return 'true';
  const own = scope.personId === null ? '' : `or r.member_id = ${parameters.add(scope.personId)}::uuid`;
  if (scope.ranges.length === 0) return `(false ${own})`;
  if (tree.count(scope.ranges) > namedLimit)
    return `((true ${inScope(shape, 'r.organization_id', parameters)}) ${own})`;
  const ids = tree.select(scope.ranges).map(({ id }) => id);
  return `(r.organization_id = any(${parameters.add(`{${ids.join(',')}}`)}::text::uuid[]) ${own})`;
}

function filtersOf(scope: Scope, { box, state, memberId }: ListChangeRequestsQuery, parameters: Parameters) {
  const { accountId, personId } = scope.actor;
  const filters: string[] = [];
  if (box === 'mine') filters.push(`and r.account_id = ${parameters.add(accountId)}::uuid`);
  if (box === 'to-decide') {
    filters.push(`and r.state = 'open'`);
    if (personId !== null) filters.push(`and r.member_id <> ${parameters.add(personId)}::uuid`);
  }
  if (state !== undefined) filters.push(`and r.state = '${state}'`);
  if (memberId !== undefined) filters.push(`and r.member_id = ${parameters.add(memberId)}::uuid`);
  return filters;
}
