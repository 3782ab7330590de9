import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import { holds, type Scope } from '@banyan/service-kit/scope';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { lossDue } from './list-lost.ts';
import { addDays, dueActions, type DueAction, registerRules } from './register-rules.ts';
import { readPage } from './register-scope.ts';
import type { DueItem } from './register-views.ts';
import { listDueQuery } from './routes.ts';

interface DueRow {
  readonly id: string;
  readonly action: DueAction;
  readonly dueOn: string;
  readonly name: string;
  readonly organizationId: string | null;
  readonly home: string | null;
  readonly isOurs: boolean;
}

const order = (f: string) => `${f}.due_on, ${f}.id, ${f}.action`;

/** What the rules ask for in these registers by a day: the gap list, what is longest overdue first. */
export async function listDue(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const query = parseQuery(c, listDueQuery);
  const scope = narrowed(deps, granted, query);
  const tree = kit.tree();
  const parameters = new Parameters();
  const by = addDays(kit.clock.today(), query.within);
  const found = dueText(scope, tree, parameters, by);
  const action = query.action === undefined ? '' : `where action = '${query.action}'`;
  const { rows, total } = await readPage<DueRow>(kit, scope, {
    found: `select * from (${found}) due ${action}`,
    order,
    detail: `select p.id, p.action, p.due_on as "dueOn", coalesce(f.name, m.name, member_name(f.person_id)) as name,
        coalesce(m.organization_id, member_organization(f.person_id)) as home, f.person_id is not null as "isOurs",
        coalesce(m.organization_id, f.organization_id) as "organizationId"
      from (select 1) one left join floating_members f on f.id = p.id
        left join members m on m.id = coalesce(f.person_id, p.id) limit 1`,
    values: parameters.values,
    ...pageOf(query),
  });
  const scopes = {
    register: kit.authorizer.scopeFor(granted.actor, 'archives.register.update'),
    update: kit.authorizer.scopeFor(granted.actor, 'archives.member.update'),
    remove: kit.authorizer.scopeFor(granted.actor, 'archives.member.remove'),
  };
  const today = kit.clock.today();
  const items = rows.map((row) => dueItem(tree, scopes, row, today));
  return jsonResponse({ items, total, totalIsExact: true });
}

/** Rows `(id, action, due_on)` of everything that is due by a day. */
export function dueText(scope: Scope, tree: OrganizationTree, parameters: Parameters, by: string): string {
  const shape = shapeOf(scope, tree);
  const until = `${parameters.add(by)}::date`;
  const members = inScope(shape, 'm.organization_id', parameters);
  const ends = shape.whole
    ? ''
    : `and (${members.replace(/^and /, '')} or ${inScope(shape, 'f.organization_id', parameters).replace(/^and /, '')})`;
  const months = registerRules['abroad-contact'].months;
  return `
    select m.id, case m.state when 'out-of-contact' then 'suspend' else 'remove' end as action, ${lossDue} as due_on
      from members m where (m.state = 'out-of-contact' or (m.state = 'suspended' and m.lost_contact_on is not null))
        and ${lossDue} <= ${until} ${members}
    union all
    select f.id, 'log-contact', (coalesce(f.last_contact_on, f.since) + interval '${months} months')::date
      from floating_members f left join members m on m.id = f.person_id
      where f.abroad and f.closed_on is null
        and (coalesce(f.last_contact_on, f.since) + interval '${months} months')::date <= ${until} ${ends}
    union all
    select f.id, 'confirm-return', f.expected_return_on
      from floating_members f left join members m on m.id = f.person_id
      where f.closed_on is null and f.expected_return_on <= ${until} ${ends}`;
}

interface Scopes {
  readonly register: Scope | null;
  readonly update: Scope | null;
  readonly remove: Scope | null;
}

function dueItem(tree: OrganizationTree, scopes: Scopes, row: DueRow, today: string): DueItem {
  const isFloating = row.action === 'log-contact' || row.action === 'confirm-return';
  const needed = isFloating ? scopes.register : row.action === 'remove' ? scopes.remove : scopes.update;
  const within = (id: string | null) => needed !== null && id !== null && holds(needed, tree, id);
  // Our own people are confirmed back by their home; either end may speak to them.
  const may = row.isOurs && row.action === 'confirm-return' ? within(row.home) : within(row.organizationId);
  // Suspending and removing wait for their day.
  const isOpen = isFloating || row.dueOn <= today;
  return {
    id: `${row.action}-${row.id}`,
    action: row.action,
    dueOn: row.dueOn,
    rule: registerRules[dueActions[row.action]],
    register: isFloating ? 'floating' : 'out-of-contact',
    recordId: row.id,
    name: row.name,
    organizationId: row.organizationId,
    organizationName: row.organizationId && (tree.get(row.organizationId)?.name ?? null),
    abilities: may && isOpen ? ['resolve'] : [],
  };
}
