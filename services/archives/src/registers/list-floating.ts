import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import type { Deps } from '../deps.ts';
import { narrowed } from '../members/list-members.ts';
import { inScope, Parameters } from '../members/member-pages.ts';
import { shapeOf } from '../members/member-scope.ts';
import { jsonResponse } from '../members/record-response.ts';
import { floatingReach } from './floating-policy.ts';
import { floatingColumns, floatingFrom, type FloatingRow } from './floating-table.ts';
import { listFloatingQuery } from './floating-routes.ts';
import { readPage } from './register-scope.ts';
import { floatingItem } from './show-floating-views.ts';

const orders = {
  '-since': (f: string) => `${f}.since desc, ${f}.id desc`,
  since: (f: string) => `${f}.since, ${f}.id`,
  expectedReturnOn: (f: string) => `${f}."expectedReturnOn" nulls last, ${f}.id`,
  lastContactOn: (f: string) => `${f}."lastContactOn" nulls first, ${f}.id`,
};

/** Who of us is away, or who of elsewhere is with us: by the end of the entry that the scope holds. */
export async function listFloating(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const query = parseQuery(c, listFloatingQuery);
  const scope = narrowed(deps, granted, query);
  const parameters = new Parameters();
  const out = query.direction === 'out';
  const conditions = [
    out ? 'f.person_id is not null and m.id is not null' : 'f.organization_id is not null',
    inScope(shapeOf(scope, kit.tree()), out ? 'm.organization_id' : 'f.organization_id', parameters).replace(
      /^and /,
      '',
    ),
    query.state === 'all' ? '' : `f.closed_on is ${query.state === 'open' ? '' : 'not'} null`,
    query.abroad === undefined ? '' : `f.abroad = ${query.abroad === 'yes'}`,
    query.q === undefined || query.q === ''
      ? ''
      : `starts_with(coalesce(f.name, m.name, member_name(f.person_id)), ${parameters.add(query.q)})`,
  ].filter((condition) => condition !== '');
  const { rows, total } = await readPage<FloatingRow>(kit, scope, {
    found: `select f.id, f.since, f.expected_return_on as "expectedReturnOn", f.last_contact_on as "lastContactOn"
      from ${floatingFrom} where ${conditions.join(' and ')}`,
    order: orders[query.sort],
    detail: `select ${floatingColumns} from ${floatingFrom} where f.id = p.id limit 1`,
    values: parameters.values,
    ...pageOf(query),
  });
  const reach = floatingReach(kit.authorizer, kit.tree(), granted.actor);
  const items = rows.map((row) => floatingItem(reach, row, query.direction));
  return jsonResponse({ items, total, totalIsExact: true });
}
