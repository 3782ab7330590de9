import { forbidden, notFound } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { actorOf, type AppContext, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { narrowToPerson, type Scope } from '@banyan/service-kit/scope';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { refusingTwins } from '../members/change-record.ts';
import { refused } from '../members/check-values.ts';
import type { RecordRow } from '../members/member-table.ts';
import { lockPerson, placeOf } from './find-transfer.ts';
import { issueLetter } from './issue-letter.ts';
import { letPersonGo, receivePerson } from './move-person.ts';
import { notOpen, otherEnd } from './refusals.ts';
import { actSchemas } from './transfer-requests.ts';
import { type Act, nextState, stateOn, type TransferState } from './transfer.ts';
import { actingScope, mayDo, mayTry, type TransferReach, transferReach } from './transfer-policy.ts';
import {
  lockTransfer,
  type PlacedTransfer,
  selectTransfer,
  stepsOf,
  storeStep,
  type TransferInsert,
  type TransferRow,
} from './transfer-table.ts';
import { transferResponse, transferView } from './view-transfer.ts';

/** One act under way, by one person or for a group. */
export interface Work {
  readonly deps: Deps;
  readonly tx: WriteTransaction;
  readonly reach: TransferReach;
  readonly today: string;
}

/** What somebody says with an act. Fields that do not go with it are refused by its schema. */
export interface Given {
  readonly note: string | null;
  readonly validDays?: number | undefined;
  readonly receivedOn?: string | undefined;
}

/** First beats of an act: who asks, and whether the permission for it is held anywhere. */
export async function actingReach(
  { kit }: Deps,
  c: AppContext,
  act: Act,
): Promise<{ readonly reach: TransferReach; readonly scope: Scope }> {
  const reach = transferReach(kit.authorizer, kit.tree(), await actorOf(kit, c));
  const scope = actingScope(reach, act);
  if (scope === null) throw forbidden();
  return { reach, scope };
}

/** The body, which may be left out, as may the words in it. */
export async function givenWith(
  c: AppContext,
  act: Act,
): Promise<{ readonly raw: unknown; readonly given: Given }> {
  const raw = (await c.req.text()).trim() === '' ? {} : await jsonOf(c);
  const { note } = (raw ?? {}) as { note?: unknown };
  const said = typeof note === 'string' && note.trim() === '' ? { ...(raw as object), note: null } : raw;
  return { raw, given: parseBody(actSchemas[act] as z.ZodType<Given>, said) };
}

/** One person's transfer goes one step on. */
export async function takeAct(deps: Deps, c: AppContext, act: Act): Promise<Response> {
  const { kit } = deps;
  const { reach, scope } = await actingReach(deps, c, act);
  const place = await placeOf(deps, scope, c.req.param('id') as string);
  if (!mayTry(reach, place, act)) throw notFound();
  const { raw, given } = await givenWith(c, act);
  const taken = kit.database.write(
    narrowToPerson(scope, place.memberId),
    async (tx) => {
      const person = await lockPerson(tx, place.memberId);
      const row = await lockTransfer(tx, place.id);
      if (row === undefined) throw notFound();
      await takeStep({ deps, tx, reach, today: kit.clock.today() }, act, row, person, given);
      const next = (await selectTransfer(tx, row.id)) as PlacedTransfer;
      return transferView(deps, reach, next, await stepsOf(tx, row.id));
    },
    { idempotency: idempotencyOf(c, raw) },
  );
  return transferResponse(await refusingTwins(taken));
}

/** Person and transfer are locked, in this order. Throws `conflict` where the act is not open. */
export async function takeStep(
  work: Work,
  act: Act,
  row: TransferRow,
  person: RecordRow | undefined,
  given: Given,
): Promise<TransferRow> {
  const { tx, reach, today } = work;
  const state = stateOn(row, today);
  const to = nextState(row.kind, state, act);
  if (to === null) throw notOpen(act, state);
  // Which end rejects depends on the state, which could not be known before.
  if (!mayDo(reach, row, state, act)) throw mayTry(reach, row, act) ? otherEnd(state) : notFound();
  const columns = await effectOf(work, act, row, person, state, given);
  return storeStep(tx, row, columns, { action: act, from: state, to, note: given.note });
}

async function effectOf(
  work: Work,
  act: Act,
  row: TransferRow,
  person: RecordRow | undefined,
  state: TransferState,
  given: Given,
): Promise<Partial<TransferInsert>> {
  switch (act) {
    case 'approve':
    case 'resume':
      return issueLetter(work, row, person, state, given.validDays);
    case 'receive':
      return receivePerson(work, row, person, state);
    case 'receipt':
      if (row.kind !== 'out') return { closedOn: work.today };
      return letPersonGo(work, row, person, state, receiptDay(work, row, given));
    case 'reject':
    case 'cancel':
      return { closedOn: work.today, arriving: null };
  }
}

function receiptDay({ today }: Work, { issuedOn }: TransferRow, { receivedOn }: Given): string {
  if (receivedOn === undefined) return today;
  if (receivedOn > today)
    throw refused([{ field: 'receivedOn', code: 'date.future', message: 'Lies in the future.' }]);
  if (issuedOn !== null && receivedOn < issuedOn)
    throw refused([{ field: 'receivedOn', code: 'date.order', message: 'Lies before the letter.' }]);
  return receivedOn;
}
