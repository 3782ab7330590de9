import { type AppContext, authorize, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { lockRecord } from '../members/load-member.ts';
import { closedAlready, scopeOfFloating } from './floating-policy.ts';
import { lockFloating, updateFloating } from './floating-table.ts';
import { dayErrors, refusedEntry } from './register-checks.ts';
import { closeFloatingSchema } from './register-fields.ts';
import { storeOutflow } from './register-outflow.ts';
import { entryResponse, staleEntry, viewFloating } from './show-floating.ts';

/** Ends an entry: back at home, gone over for good, or never true. It stays in the register. */
export async function closeFloating(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFloating(deps, granted, id, true);
  const version = ifMatch(c);
  const { on, closing, note } = parseBody(closeFloatingSchema, await jsonOf(c));
  const view = await kit.database.write(scope, async (tx) => {
    const row = await lockFloating(tx, id);
    if (row.closedOn !== null) throw closedAlready();
    if (row.version !== version) throw await staleEntry(deps, tx, id);
    const errors = dayErrors(on, row.since, kit.clock.today());
    if (errors.length > 0) throw refusedEntry(errors);
    if (row.personId !== null) {
      const member = await lockRecord(tx, row.personId);
      if (member.outflow !== null) await storeOutflow(tx, member, null, note);
    }
    await updateFloating(tx, id, { closed_on: on, closing });
    const next = await viewFloating(deps, tx, id, scope.actor);
    tx.audit({
      action: 'archives.floating.close',
      entity: 'floating-member',
      subjectId: id,
      organizationId: scope.organizationId,
      fields: ['closedOn', 'closing'],
      version: next.version,
      reason: note,
    });
    return next;
  });
  return entryResponse(view);
}
