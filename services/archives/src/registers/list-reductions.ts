import type { MembershipState, Stage } from '@banyan/contracts/person';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import type { Deps } from '../deps.ts';
import type { LeftKind } from '../members/member.ts';
import { narrowed } from '../members/list-members.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { type MemberReach, memberReach, openStates } from '../members/member-policy.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { isoInstant } from '../members/show-views.ts';
import { readPage } from './register-scope.ts';
import type { ReductionItem } from './register-views.ts';
import { listReductionsQuery } from './routes.ts';

interface ReductionRow {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly leftKind: LeftKind | null;
  readonly stateOn: string | null;
  readonly version: number;
  readonly reason: string | null;
  readonly actorName: string | null;
  readonly at: string | null;
}

const orders = {
  '-on': (f: string) => `${f}.state_on desc nulls last, ${f}.id desc`,
  on: (f: string) => `${f}.state_on nulls first, ${f}.id`,
};

/** Who left the roll, when, how, why, and who put it on record. The records stay. */
export async function listReductions(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const query = parseQuery(c, listReductionsQuery);
  const scope = narrowed(deps, granted, query);
  const parameters = new Parameters();
  const conditions = [
    query.kind === undefined
      ? `m.state in ('transferred-out', 'left', 'deceased')`
      : `m.state in ('transferred-out', 'left', 'deceased') and m.state = '${query.kind}'`,
    query.leftKind === undefined ? '' : `m.left_kind = '${query.leftKind}'`,
    query.since === undefined ? '' : `m.state_on >= ${parameters.add(query.since)}::date`,
    query.until === undefined ? '' : `m.state_on <= ${parameters.add(query.until)}::date`,
    query.q ? `starts_with(m.name, ${parameters.add(query.q)})` : '',
  ].filter((condition) => condition !== '');
  const scoped = inScope(shapeOf(scope, kit.tree()), 'm.organization_id', parameters);
  const { rows, total } = await readPage<ReductionRow>(kit, scope, {
    found: `select m.id, m.state_on from members m where ${conditions.join(' and ')} ${scoped}`,
    order: orders[query.sort],
    detail: `select m.id, m.name, m.organization_id as "organizationId", m.stage, m.state, m.left_kind as "leftKind",
        m.state_on as "stateOn", m.version::int, h.reason, h.actor_name as "actorName", h.at
      from members m left join lateral (
        select reason, actor_name, at from member_history h
        where h.member_id = m.id and h.changes @> '[{"field":"state"}]' order by version desc limit 1
      ) h on true where m.id = p.id limit 1`,
    values: parameters.values,
    ...pageOf(query),
  });
  const reach = memberReach(kit.authorizer, kit.tree(), granted.actor);
  return jsonResponse({
    items: rows.map((row) => reductionItem(reach, row)),
    total,
    totalIsExact: true,
  });
}

function reductionItem(reach: MemberReach, row: ReductionRow): ReductionItem {
  return {
    id: row.id,
    name: row.name,
    organizationId: row.organizationId,
    organizationName: reach.tree.get(row.organizationId)?.name ?? '',
    stage: row.stage,
    kind: row.state as ReductionItem['kind'],
    leftKind: row.leftKind,
    on: row.stateOn,
    reason: row.reason,
    actorName: row.actorName,
    at: row.at && isoInstant(row.at),
    memberVersion: row.version,
    abilities: openStates(reach, row).includes('active') ? ['reinstate'] : [],
  };
}
