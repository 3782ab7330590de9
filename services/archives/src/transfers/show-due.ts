import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { transferReach } from './transfer-policy.ts';
import { TransferConditions } from './transfer-query.ts';
import { duties, type Duty } from './transfer-views.ts';

/** How much waits for the reader: what a desk and the badge of a menu show. */
export async function showDue({ kit }: Deps, c: AppContext): Promise<Response> {
  const scope = await authorize(kit, c, 'archives.transfer.read');
  const tree = kit.tree();
  const reach = transferReach(kit.authorizer, tree, scope.actor);
  const conditions = new TransferConditions(tree, kit.clock.today());
  const each = duties.map((duty) => [duty, conditions.duty(duty, reach, scope)] as const);
  const text = `
    select ${each.map(([duty, condition]) => `count(*) filter (where ${condition})::int as "${duty}"`).join(', ')},
      count(*) filter (where ${each.map(([, condition]) => condition).join(' or ')})::int as total
    from transfers t
    where t.state in ('applied', 'issued', 'expired', 'received') and ${conditions.seen(scope)}`;
  const [due] = await kit.database.readOne<Record<Duty | 'total', number>>(
    scope,
    text,
    conditions.parameters.values,
    false,
  );
  return jsonResponse(due);
}
