import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Scope, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { listRoundsSchema } from './routes.ts';
import { progressOfRounds, roundView, topsOf } from './show-views.ts';
import { nothing } from './verification.ts';
import { roundReach } from './verification-policy.ts';
import { roundColumns, type RoundRow } from './verification-table.ts';

type Row = RoundRow & { readonly total: number };

const orders = {
  '-createdAt': 'r.created_at desc, r.id desc',
  dueOn: 'r.due_on, r.id',
  '-dueOn': 'r.due_on desc, r.id desc',
};

/** Rounds of the reader's nodes and of those above them, each with the progress of the reader's part. */
export async function listRounds(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.read');
  const query = parseQuery(c, listRoundsSchema);
  const tree = kit.tree();
  const scope = query.node === undefined ? granted : within(granted, tree, query.node);
  const { limit, offset } = pageOf(query);
  const parameters = new Parameters();
  const place = placeOf(scope, tree, parameters);
  const state = query.state === undefined ? '' : `and r.state = '${query.state}'`;
  const text = `select ${roundColumns}, count(*) over ()::int as total from verification_rounds r
    where ${place} ${state} order by ${orders[query.sort]} limit ${limit} offset ${offset}`;
  const { rows, progress } = await kit.database.read(scope, async (tx) => {
    const found = await tx.sql.unsafe<Row[]>(text, parameters.values);
    return { rows: found, progress: await progressOfRounds(tx, tree, scope, found) };
  });
  const reach = roundReach(kit.authorizer, tree, scope.actor);
  const today = kit.clock.today();
  return jsonResponse({
    items: rows.map((row) => roundView(reach, scope, row, progress.get(row.id) ?? nothing, today)),
    total: rows[0]?.total ?? 0,
    totalIsExact: true,
  });
}

/** At a node of the scope, or at one above it. */
function placeOf(scope: Scope, tree: OrganizationTree, parameters: Parameters): string {
  if (scope.whole) return 'true';
  const above = new Set<string>();
  for (const top of topsOf(scope, tree))
    for (let node = tree.get(top); node !== undefined; node = tree.get(node.parentId ?? ''))
      above.add(node.id);
  const ids = parameters.add(`{${[...above].join(',')}}`);
  return `(r.organization_id = any(${ids}::text::uuid[])
    or (true ${inScope(shapeOf(scope, tree), 'r.organization_id', parameters)}))`;
}
