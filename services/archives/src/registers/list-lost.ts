import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import { holds } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { memberReach } from '../members/member-policy.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { isLost, lostColumns, lostItem, type LostRow } from './lost.ts';
import { registerRules } from './register-rules.ts';
import { readPage } from './register-scope.ts';
import { listLostQuery } from './routes.ts';

const orders = {
  dueOn: (f: string) => `${f}.due_on nulls last, ${f}.id`,
  '-lostContactOn': (f: string) => `${f}.lost_contact_on desc nulls last, ${f}.id desc`,
  lostContactOn: (f: string) => `${f}.lost_contact_on nulls last, ${f}.id`,
};

/** Whom a branch has lost, the most urgent first. */
export async function listLost(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const query = parseQuery(c, listLostQuery);
  const scope = narrowed(deps, granted, query);
  const tree = kit.tree();
  const parameters = new Parameters();
  const scoped = inScope(shapeOf(scope, tree), 'm.organization_id', parameters);
  const state = query.state === undefined ? '' : `and m.state = '${query.state}'`;
  const named = query.q ? `and starts_with(m.name, ${parameters.add(query.q)})` : '';
  const { rows, total } = await readPage<LostRow>(kit, scope, {
    found: `select m.id, m.lost_contact_on, ${lossDue} as due_on from members m where ${isLost} ${scoped} ${state} ${named}`,
    order: orders[query.sort],
    detail: `select ${lostColumns} from members m where m.id = p.id limit 1`,
    values: parameters.values,
    ...pageOf(query),
  });
  const reach = memberReach(kit.authorizer, tree, granted.actor);
  const update = kit.authorizer.scopeFor(granted.actor, 'archives.register.update');
  const today = kit.clock.today();
  const items = rows.map((row) =>
    lostItem(reach, update !== null && holds(update, tree, row.organizationId), row, today),
  );
  return jsonResponse({ items, total, totalIsExact: true });
}

/** `lossDeadline` of register-rules.ts as SQL. */
export const lossDue = `case m.state
  when 'out-of-contact' then (coalesce(m.lost_contact_on, m.state_on) + interval '${registerRules['lost-contact-suspend'].months} months')::date
  else (m.state_on + interval '${registerRules['lost-contact-removal'].months} months')::date end`;
