import type { MembershipState } from '@banyan/contracts/person';
import { AppError } from '@banyan/service-kit/error';
import { type AppContext, idempotencyOf, parseBody } from '@banyan/service-kit/http-app';
import { holds, narrowToPerson, type Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { checkNamed } from '../members/named-organization.ts';
import { checkValues, refused } from '../members/check-values.ts';
import { completed } from '../members/member-checks.ts';
import type { MemberValues } from '../members/member-fields.ts';
import { livingStates } from '../members/member.ts';
import { blankValues } from '../members/member-record.ts';
import { type Application, checkDestination, holdTarget, viewOf } from './apply-for-transfer.ts';
import { letterOfValues } from './letter-person.ts';
import { daysBetween, maxValidDays } from './letter-rules.ts';
import { sealArriving } from './put-on-record.ts';
import { onRecordAlready, underWay } from './refusals.ts';
import { applySchema } from './transfer-requests.ts';
import { insertTransfer, type TransferInsert } from './transfer-table.ts';
import { transferResponse } from './view-transfer.ts';

type Arrival = {
  readonly [Field in 'toOrganizationId' | 'fromOutside' | 'person']: NonNullable<Application[Field]>;
};

/** Somebody came with a letter from outside: what it says is put down, and the branch receives the person with it. */
export async function applyFromOutside(
  deps: Deps,
  c: AppContext,
  scope: Scope,
  raw: unknown,
): Promise<Response> {
  const { kit } = deps;
  const tree = kit.tree();
  checkNamed(scope, tree, raw, 'toOrganizationId');
  const application = parseBody(applySchema, raw);
  const arrival = arrivalOf(application);
  const today = kit.clock.today();
  checkDestination(deps, arrival.toOrganizationId);
  checkLetter(arrival.fromOutside, today);
  const { stage, ...given } = arrival.person;
  const values = completed({ ...blankValues, ...given } as MemberValues, today);
  checkPerson(() => checkValues(values, { stage, state: 'active' }, today, tree, arrival.toOrganizationId));
  const memberId = await recordToBe(deps, scope, values, arrival.toOrganizationId);
  const id = uuidv7();
  const row = rowOf(deps, application, arrival, values, { id, memberId, today });
  const view = kit.database.write(
    narrowToPerson(scope, memberId),
    async (tx) => {
      await holdTarget(tx, arrival.toOrganizationId);
      await insertTransfer(tx, row);
      return viewOf(deps, tx, id);
    },
    { idempotency: idempotencyOf(c, raw) },
  );
  return transferResponse(await refusingSecond(view), true);
}

function rowOf(
  deps: Deps,
  { reason, duesPaidThrough }: Application,
  { fromOutside, toOrganizationId, person }: Arrival,
  values: MemberValues,
  { id, memberId, today }: { id: string; memberId: string; today: string },
): TransferInsert {
  const { name, address, letterNumber, issuedOn, expiresOn } = fromOutside;
  const now = new Date().toISOString();
  return {
    id,
    memberId,
    kind: 'in',
    state: 'issued',
    version: 1,
    toOrganizationId,
    outside: { name, address },
    reason,
    validDays: Math.min(maxValidDays, Math.max(1, daysBetween(issuedOn, expiresOn))),
    duesPaidThrough,
    appliedOn: today,
    letterNumber,
    issuedOn,
    expiresOn,
    ...letterOfValues(deps, memberId, values, person.stage),
    arriving: sealArriving(deps.sealer, memberId, values),
    createdAt: now,
    updatedAt: now,
  };
}

function arrivalOf({ memberId, toOrganizationId, toOutside, fromOutside, person }: Application): Arrival {
  const extra = memberId !== undefined ? 'memberId' : toOutside !== undefined ? 'toOutside' : null;
  if (extra !== null)
    throw refused([{ field: extra, code: 'superfluous', message: 'Does not go with fromOutside.' }]);
  if (toOrganizationId === undefined || person === undefined || fromOutside === undefined) {
    const field = toOrganizationId === undefined ? 'toOrganizationId' : 'person';
    throw refused([{ field, code: 'required', message: 'Goes with fromOutside.' }]);
  }
  return { toOrganizationId, fromOutside, person };
}

function checkLetter({ issuedOn, expiresOn }: Arrival['fromOutside'], today: string): void {
  const at = (field: string, code: string, message: string) =>
    refused([{ field: `fromOutside.${field}`, code, message }]);
  if (issuedOn > today) throw at('issuedOn', 'date.future', 'Lies in the future.');
  if (expiresOn < issuedOn) throw at('expiresOn', 'date.order', 'Lies before the day of issue.');
  if (expiresOn < today)
    throw at('expiresOn', 'date.past', 'The letter has ended. Ask the sending side for a new one.');
}

function checkPerson(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AppError) || error.details.errors === undefined) throw error;
    throw refused(error.details.errors.map((one) => ({ ...one, field: `person.${one.field}` })));
  }
}

/**
 * Who was on record here before takes that record up again; anybody else gets a new one. Whose membership had ended comes
 * back only by somebody who may end memberships; to others the record is as any other that is not theirs.
 */
async function recordToBe(
  { kit, sealer }: Deps,
  scope: Scope,
  { idNumber }: MemberValues,
  toOrganizationId: string,
): Promise<string> {
  if (idNumber === null) return uuidv7();
  const hash = `\\x${sealer.hash('idNumber', idNumber).toString('hex')}`;
  const [known] = await kit.database.readOne<{ id: string; state: MembershipState }>(
    scope,
    'select id, state from member_with_id_number($1::text::bytea)',
    [hash],
  );
  if (known === undefined) return uuidv7();
  if (livingStates.includes(known.state) || known.state === 'deceased') throw onRecordAlready();
  const ending = kit.authorizer.scopeFor(scope.actor, 'archives.member.remove');
  if (known.state === 'left' && (ending === null || !holds(ending, kit.tree(), toOrganizationId)))
    throw onRecordAlready();
  return known.id;
}

/** The same letter typed in twice. */
async function refusingSecond<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const { code } = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown };
    throw code === '23505' ? underWay(null) : error;
  }
}
