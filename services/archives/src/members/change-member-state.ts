import { memberStatusChanged } from '@banyan/contracts/archives/events';
import type { MembershipState } from '@banyan/contracts/person';
import { AppError, forbidden } from '@banyan/service-kit/error';
import {
  actorOf,
  type AppContext,
  idempotencyOf,
  ifMatch,
  jsonOf,
  parseBody,
} from '@banyan/service-kit/http-app';
import type { Scope } from '@banyan/service-kit/scope';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { auditChange, type Entry, lockVersion, refusingTwins, storeChange } from './change-record.ts';
import { refused } from './check-values.ts';
import { scopeOfMemberIn } from './load-member.ts';
import { leftKindsOf, nextStates, type Standing } from './member.ts';
import { memberReach, openStates } from './member-policy.ts';
import type { RecordRow } from './member-table.ts';
import { recordResponse } from './record-response.ts';
import { changeStateSchema } from './routes.ts';
import { memberView, personOf } from './show-views.ts';

type StateStep = z.infer<typeof changeStateSchema>;

/** Puts a person into another membership state. Leaving the roll needs the permission to reduce, and says how. */
export async function changeMemberState(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const id = c.req.param('id') as string;
  const scope = await scopeOfMemberIn(deps, await eitherScope(deps, c), id);
  const version = ifMatch(c);
  const body = await jsonOf(c);
  const step = parseBody(changeStateSchema, body);
  const reach = memberReach(kit.authorizer, kit.tree(), scope.actor);

  const changed = kit.database.write(
    scope,
    async (tx) => {
      const row = await lockVersion(deps, tx, id, version, reach);
      if (!nextStates(row).includes(step.state)) throw illegalStep(row, step.state);
      if (!openStates(reach, row).includes(step.state)) throw forbidden();
      checkStep(row, step, kit.clock.today());
      const columns = columnsOfStep(row, step);
      const entry: Entry = {
        action: 'archives.member.change-state',
        changes: Object.entries(columns)
          .filter(([field, to]) => row[field as keyof RecordRow] !== to)
          .map(([field, to]) => ({ field, from: row[field as keyof RecordRow], to })),
        reason: step.reason,
      };
      const next = await storeChange(tx, row, columns, entry);
      auditChange(tx, next, entry);
      tx.emit(memberStatusChanged, id, {
        version: next.version,
        person: personOf(next),
        from: { stage: row.stage, state: row.state },
        to: { stage: row.stage, state: step.state },
        on: step.on,
      });
      return memberView(sealer, reach, next);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return recordResponse(await refusingTwins(changed));
}

/** Whoever may update or reduce may ask; which of them the step needs is known once it is read. */
async function eitherScope({ kit }: Deps, c: AppContext): Promise<[Scope, ...Scope[]]> {
  const actor = await actorOf(kit, c);
  const update = kit.authorizer.scopeFor(actor, 'archives.member.update');
  if (update === null) return [kit.authorizer.authorize(actor, 'archives.member.remove')];
  const remove = kit.authorizer.scopeFor(actor, 'archives.member.remove');
  return remove === null ? [update] : [update, remove];
}

function illegalStep({ stage, state }: Standing, to: MembershipState): AppError {
  return new AppError(
    'conflict',
    'archives.state-not-open',
    'The record cannot go to this state from where it is.',
    {
      detail: `From ${state} at stage ${stage} there is no step to ${to}.`,
    },
  );
}

function checkStep(row: RecordRow, { state, on, leftKind, reason }: StateStep, today: string): void {
  if (on > today) throw refused([{ field: 'on', code: 'date.future', message: 'Lies in the future.' }]);
  if (state === 'left') {
    if (leftKind === null)
      throw refused([{ field: 'leftKind', code: 'required', message: 'Say how the person left.' }]);
    if (!leftKindsOf[row.stage].includes(leftKind))
      throw refused([
        { field: 'leftKind', code: 'left-kind.stage', message: `Not open at stage ${row.stage}.` },
      ]);
  } else if (leftKind !== null) {
    throw refused([
      { field: 'leftKind', code: 'left-kind.state', message: 'Goes with the state left only.' },
    ]);
  }
  if ((state === 'left' || state === 'suspended') && reason === null)
    throw refused([{ field: 'reason', code: 'required', message: 'Say why.' }]);
}

function columnsOfStep(row: RecordRow, { state, on, leftKind }: StateStep) {
  const lostContactOn = state === 'out-of-contact' ? on : state === 'active' ? null : row.lostContactOn;
  return { state, stateOn: on, leftKind, lostContactOn };
}
