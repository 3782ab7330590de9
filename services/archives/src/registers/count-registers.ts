import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { dueText } from './list-due.ts';
import { isLost } from './lost.ts';
import { addDays } from './register-rules.ts';
import { countRegistersQuery } from './routes.ts';

interface Counts {
  readonly outflow: number;
  readonly inflow: number;
  readonly outOfContact: number;
  readonly transferredOut: number;
  readonly left: number;
  readonly deceased: number;
  readonly due: number;
  readonly overdue: number;
}

/** How many of each kind these registers hold, and how much the rules ask for within thirty days. */
export async function countRegisters(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const query = parseQuery(c, countRegistersQuery);
  const scope = narrowed(deps, granted, query);
  const today = kit.clock.today();
  const parameters = new Parameters();
  const shape = shapeOf(scope, kit.tree());
  const members = inScope(shape, 'm.organization_id', parameters);
  const hosts = inScope(shape, 'f.organization_id', parameters);
  const due = dueText(scope, kit.tree(), parameters, addDays(today, query.within));
  const text = `with reduced as materialized (
      select state, count(*)::int as n from members m
      where m.state in ('transferred-out', 'left', 'deceased') ${members} group by state
    ), due as materialized (${due})
    select
      (select count(*)::int from floating_members f join members m on m.id = f.person_id
        where f.closed_on is null ${members}) as outflow,
      (select count(*)::int from floating_members f
        where f.closed_on is null and f.organization_id is not null ${hosts}) as inflow,
      (select count(*)::int from members m where ${isLost} ${members}) as "outOfContact",
      coalesce((select n from reduced where state = 'transferred-out'), 0) as "transferredOut",
      coalesce((select n from reduced where state = 'left'), 0) as "left",
      coalesce((select n from reduced where state = 'deceased'), 0) as deceased,
      (select count(*)::int from due) as due,
      (select count(*)::int from due where due_on < ${parameters.add(today)}::date) as overdue`;
  const [counts] = await kit.database.readOne<Counts>(scope, text, parameters.values, false);
  const {
    outflow,
    inflow,
    outOfContact,
    transferredOut,
    left,
    deceased,
    due: open,
    overdue,
  } = counts as Counts;
  return jsonResponse({
    outflow,
    inflow,
    outOfContact,
    reductions: { 'transferred-out': transferredOut, left, deceased },
    due: open,
    overdue,
  });
}
