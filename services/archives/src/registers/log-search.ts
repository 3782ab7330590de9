import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { lockRecord, scopeOfMember } from '../members/load-member.ts';
import { jsonResponse } from '../members/record-response.ts';
import { dayErrors, refusedEntry } from './register-checks.ts';
import { logSearchSchema } from './register-fields.ts';
import { lossDeadline } from './register-rules.ts';
import { viewLost } from './show-lost.ts';

/** Notes what was done to find somebody. That a person was found is a change of state of its own. */
export async function logSearch(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const body = await jsonOf(c);
  const { on, way, outcome, note } = parseBody(logSearchSchema, body);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      const member = await lockRecord(tx, id);
      if (member.state !== 'out-of-contact' && lossDeadline(member) === null) throw notLost();
      const errors = dayErrors(on, member.lostContactOn, kit.clock.today());
      if (errors.length > 0) throw refusedEntry(errors);
      await tx.sql`insert into contact_searches ${tx.sql({
        id: uuidv7(),
        member_id: id,
        searched_on: on,
        way,
        outcome,
        note,
        account_id: scope.actor.accountId,
        actor_name: await actorName(tx),
      })}`;
      tx.audit({
        action: 'archives.contact-search.log',
        entity: 'member',
        subjectId: id,
        organizationId: member.organizationId,
        fields: ['searches'],
        version: member.version,
      });
      return viewLost(deps, tx, id, scope.actor);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return jsonResponse(view);
}

function notLost(): AppError {
  return new AppError('conflict', 'archives.not-out-of-contact', 'This person is not out of contact.', {
    detail: 'Change the state of the record first.',
  });
}
