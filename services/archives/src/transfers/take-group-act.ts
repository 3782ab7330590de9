import { notFound } from '@banyan/service-kit/error';
import { type AppContext, idempotencyOf } from '@banyan/service-kit/http-app';
import { narrowToPerson } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { refusingTwins } from '../members/change-record.ts';
import type { RecordRow } from '../members/member-table.ts';
import { lockPerson, type Place, placesOf } from './find-transfer.ts';
import { notOpen } from './refusals.ts';
import { groupResponse, groupView } from './show-group.ts';
import { actingReach, givenWith, takeStep, type Work } from './take-act.ts';
import { type Act, stateOn } from './transfer.ts';
import { mayDo, mayTry } from './transfer-policy.ts';
import { lockTransfer } from './transfer-table.ts';

/** One act for everybody of a group whose transfer is open for it, in one transaction: for all of them or for nobody. */
export async function takeGroupAct(deps: Deps, c: AppContext, act: Act): Promise<Response> {
  const { kit } = deps;
  const { reach, scope } = await actingReach(deps, c, act);
  const groupId = c.req.param('id') as string;
  const places = (await placesOf(deps, scope, groupId)).filter((place) => mayTry(reach, place, act));
  const [first] = places;
  if (first === undefined) throw notFound();
  const { raw, given } = await givenWith(c, act);
  const taken = kit.database.write(
    narrowToPerson(scope, first.memberId),
    async (tx) => {
      const work: Work = { deps, tx, reach, today: kit.clock.today() };
      const people = await lockPeople(work, places);
      let state = null;
      let steps = 0;
      for (const { id, memberId } of places) {
        await tx.enter(narrowToPerson(scope, memberId));
        const row = await lockTransfer(tx, id);
        if (row === undefined) throw notFound();
        state = stateOn(row, work.today);
        if (!mayDo(reach, row, state, act)) continue;
        await takeStep(work, act, row, people.get(memberId), given);
        steps += 1;
      }
      if (steps === 0 && state !== null) throw notOpen(act, state);
      return { steps };
    },
    { idempotency: idempotencyOf(c, raw) },
  );
  await refusingTwins(taken);
  return groupResponse(await groupView(deps, reach, scope, groupId));
}

/** All people before any transfer, in the order of their ids: acts of groups that overlap wait, and none for ever. */
async function lockPeople(
  { tx }: Work,
  places: readonly Place[],
): Promise<ReadonlyMap<string, RecordRow | undefined>> {
  const people = new Map<string, RecordRow | undefined>();
  for (const { memberId } of places) {
    await tx.enter(narrowToPerson(tx.scope, memberId));
    people.set(memberId, await lockPerson(tx, memberId));
  }
  return people;
}
