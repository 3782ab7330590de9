import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { closedAlready, scopeOfFloating } from './floating-policy.ts';
import { lockFloating, updateFloating } from './floating-table.ts';
import { dayErrors, refusedEntry } from './register-checks.ts';
import { logContactSchema } from './register-fields.ts';
import { entryResponse, viewFloating } from './show-floating.ts';

/** Notes that somebody who is away was spoken to, by either end. */
export async function logContact(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFloating(deps, granted, id);
  const body = await jsonOf(c);
  const { on, way, note } = parseBody(logContactSchema, body);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      const row = await lockFloating(tx, id);
      if (row.closedOn !== null) throw closedAlready();
      const errors = dayErrors(on, row.since, kit.clock.today());
      if (errors.length > 0) throw refusedEntry(errors);
      await tx.sql`insert into floating_contacts ${tx.sql({
        id: uuidv7(),
        entry_id: id,
        member_id: row.personId,
        held_on: on,
        way,
        note,
        account_id: scope.actor.accountId,
        actor_name: await actorName(tx),
      })}`;
      const latest = row.lastContactOn !== null && row.lastContactOn > on ? row.lastContactOn : on;
      await updateFloating(tx, id, { last_contact_on: latest });
      const next = await viewFloating(deps, tx, id, scope.actor);
      tx.audit({
        action: 'archives.floating.log-contact',
        entity: 'floating-member',
        subjectId: id,
        organizationId: scope.organizationId,
        fields: ['contacts'],
        version: next.version,
      });
      return next;
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return entryResponse(view);
}
