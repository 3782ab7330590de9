import { changeRequestDecided } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError, invalid } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { applyCorrection, type Correction } from '../members/apply-correction.ts';
import { refusingTwins } from '../members/change-record.ts';
import { keyIn } from '../fields/change-custom.ts';
import { knownCustom } from '../members/known-custom.ts';
import { lockRecord } from '../members/load-member.ts';
import type { RecordRow } from '../members/member-table.ts';
import { stateAfter } from './change-request.ts';
import { alreadyClosed, isOwnRecord, ownRecord, requestReach } from './change-request-policy.ts';
import { type FieldRow, lockRequest, type RequestRow, selectFields } from './change-request-table.ts';
import type { ChangeRequestView } from './change-request-views.ts';
import { elsewhere, leftBehind, type ShownField, shownFields } from './fields-elsewhere.ts';
import { placeOfRequest } from './load-change-request.ts';
import { requestResponse } from './request-response.ts';
import { decideChangeRequestSchema } from './routes.ts';
import { viewOfRequest } from './show-change-request.ts';
import { isConflicting, openedValue, recordValues } from './show-views.ts';

type Verdict = z.output<typeof decideChangeRequestSchema>;

/** Accepts and declines fields of a request. What is accepted goes into the record in the same transaction. */
export async function decideChangeRequest(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.change-request.approve');
  const id = c.req.param('id') as string;
  const { scope, memberId } = await placeOfRequest(deps, granted, id);
  if (isOwnRecord(scope.actor, { memberId })) throw ownRecord();
  const body = await jsonOf(c);
  const verdict = parseBody(decideChangeRequestSchema, body);
  const reach = requestReach(kit.authorizer, kit.tree(), scope.actor);
  const view = kit.database.write(
    scope,
    async (tx) => {
      const member = await lockRecord(tx, memberId);
      const request = await lockRequest(tx, id);
      if (request.state !== 'open') throw alreadyClosed();
      const fields = await selectFields(tx, id);
      const known = await knownCustom(tx, memberId);
      checkVerdict(verdict, shownFields(fields, known));
      const accepted = acceptedOf(verdict, fields);
      if (verdict.memberVersion !== member.version)
        refuseConflicts(deps, member, accepted, await viewOfRequest(deps, tx, reach, id));
      await applyAccepted(deps, tx, request, member, accepted);
      await storeVerdict(tx, request, spelledOut(verdict, leftBehind(fields, known)));
      return viewOfRequest(deps, tx, reach, id);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return requestResponse(await refusingTwins(view));
}

function checkVerdict({ fields: decided }: Verdict, fields: readonly ShownField[]): void {
  const seen = new Set<string>();
  const errors = decided.flatMap(({ field, decision, reason }, index) => {
    const known = fields.find((one) => one.field === field);
    const at = (part: string, code: string, message: string) => [
      { field: `fields.${index}.${part}`, code, message },
    ];
    if (known === undefined) return at('field', 'not-proposed', 'Not part of this request.');
    if (seen.has(field)) return at('field', 'repeated', 'Named twice.');
    seen.add(field);
    if (field === elsewhere && decision === 'accept')
      return at('decision', 'custom.unknown', 'The organization of the person has no such field.');
    return decision === 'decline' && reason === null ? at('reason', 'required', 'Say why.') : [];
  });
  if (errors.length > 0)
    throw invalid('archives.change-request-verdict', 'The decision cannot be used as it is.', errors);
  if (fields.some(({ field, decision }) => decision !== null && seen.has(field))) throw alreadyClosed();
}

function acceptedOf({ fields: decided }: Verdict, fields: readonly FieldRow[]): FieldRow[] {
  const accepted = new Set(decided.filter(({ decision }) => decision === 'accept').map(({ field }) => field));
  return fields.filter(({ field }) => accepted.has(field));
}

/** Whoever has not seen the present value of an accepted field is shown it, and asked again. */
function refuseConflicts(
  { sealer }: Deps,
  member: RecordRow,
  accepted: readonly FieldRow[],
  current: ChangeRequestView,
): void {
  const now = recordValues(sealer, member);
  const conflicting = accepted.filter((field) => isConflicting(sealer, member.id, field, now));
  if (conflicting.length === 0) return;
  throw new AppError(
    'conflict',
    'archives.change-request-conflict',
    'The record has changed since this was proposed.',
    {
      detail: 'Look at the present values, and send your decision again with memberVersion of `current`.',
      errors: conflicting.map(({ field }) => ({ field, code: 'conflicting', message: 'Changed meanwhile.' })),
      extensions: { current },
    },
  );
}

async function applyAccepted(
  deps: Deps,
  tx: WriteTransaction,
  { id, reason }: RequestRow,
  member: RecordRow,
  accepted: readonly FieldRow[],
): Promise<void> {
  if (accepted.length === 0) return;
  const plain = accepted.filter(({ field }) => keyIn(field) === null);
  const custom = accepted.flatMap(({ field, to }) => {
    const key = keyIn(field);
    return key === null ? [] : [[key, to] as const];
  });
  const correction = {
    ...Object.fromEntries(
      plain.map(({ field, to }) => [field, openedValue(deps.sealer, member.id, field, to)]),
    ),
    ...(custom.length > 0 ? { custom: Object.fromEntries(custom) } : {}),
  } as Correction;
  await applyCorrection(deps, tx, member, correction, { reason, changeRequestId: id });
}

/** The one name of what the person left behind, as the fields for which it stands. */
function spelledOut({ fields, ...verdict }: Verdict, behind: readonly FieldRow[]): Verdict {
  const each = fields.flatMap((one) =>
    one.field === elsewhere ? behind.map(({ field }) => ({ ...one, field })) : [one],
  );
  return { ...verdict, fields: each };
}

async function storeVerdict(tx: WriteTransaction, request: RequestRow, { fields }: Verdict): Promise<void> {
  const name = await actorName(tx);
  for (const { field, decision, reason } of fields)
    await tx.sql`
      update change_request_fields set decision = ${decision}, reason = ${reason}, decided_at = now(),
        account_id = ${tx.scope.actor.accountId}, decider_name = ${name}
      where request_id = ${request.id} and field = ${field}`;
  const state = stateAfter(await selectFields(tx, request.id));
  await tx.sql`
    update change_requests set version = version + 1, state = ${state},
      closed_at = ${state === 'open' ? null : new Date().toISOString()}
    where id = ${request.id}`;
  tx.emit(changeRequestDecided, request.id, {
    version: request.version + 1,
    memberId: request.memberId,
    organizationId: request.organizationId,
    proposerId: request.accountId,
    fields: fields.map(({ field }) => field),
    accepted: fields.filter(({ decision }) => decision === 'accept').map(({ field }) => field),
  });
  tx.audit({
    action: 'archives.change-request.decide',
    entity: 'change-request',
    subjectId: request.id,
    organizationId: request.organizationId,
    fields: fields.map(({ field, decision }) => `${field}:${decision}`),
    version: request.version + 1,
    reason: fields.find((one) => one.reason !== null)?.reason ?? null,
  });
}
