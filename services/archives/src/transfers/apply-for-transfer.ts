import { notFound } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { holds, narrowToPerson } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { checkHome, holdHome, refused } from '../members/check-values.ts';
import { lockRecord, scopeOfMember } from '../members/load-member.ts';
import type { RecordRow } from '../members/member-table.ts';
import { isRecordId } from '../members/record-id.ts';
import { applyFromOutside } from './apply-from-outside.ts';
import { openTransferOf } from './find-transfer.ts';
import { letterOfRecord } from './letter-person.ts';
import { checkMovable, underWay } from './refusals.ts';
import { applySchema } from './transfer-requests.ts';
import { transferReach } from './transfer-policy.ts';
import {
  insertTransfer,
  type PlacedTransfer,
  selectTransfer,
  stepsOf,
  type TransferInsert,
} from './transfer-table.ts';
import type { TransferView } from './transfer-views.ts';
import { transferResponse, transferView } from './view-transfer.ts';

export type Application = z.infer<typeof applySchema>;
type Terms = Pick<Application, 'toOrganizationId' | 'toOutside' | 'reason' | 'duesPaidThrough' | 'validDays'>;

/** Applies for somebody of the scope to go elsewhere, or puts down that somebody came from outside with a letter. */
export async function applyForTransfer(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.transfer.create');
  const raw = await jsonOf(c);
  const asked = (raw ?? {}) as { memberId?: unknown; fromOutside?: unknown };
  if (asked.fromOutside !== undefined) return applyFromOutside(deps, c, granted, raw);
  // A person out of scope is as unknown as one who does not exist, before anything else of the body is judged.
  const memberId = typeof asked.memberId === 'string' ? asked.memberId.toLowerCase() : null;
  if (memberId !== null && isRecordId(memberId)) await scopeOfMember(deps, granted, memberId);
  const application = parseBody(applySchema, raw);
  checkShape(application);
  if (application.toOrganizationId !== undefined) checkDestination(deps, application.toOrganizationId);
  const id = uuidv7();
  const view = await kit.database.write(
    narrowToPerson(granted, memberId as string),
    async (tx) => {
      const person = await lockRecord(tx, memberId as string);
      if (!holds(granted, kit.tree(), person.organizationId)) throw notFound();
      await insertApplication(deps, tx, person, application, id, null);
      return viewOf(deps, tx, id);
    },
    { idempotency: idempotencyOf(c, raw) },
  );
  return transferResponse(view, true);
}

function checkShape({ memberId, toOrganizationId, toOutside, person }: Application): void {
  const required = (field: string, message: string) => refused([{ field, code: 'required', message }]);
  if (memberId === undefined) throw required('memberId', 'Say who is to be transferred.');
  if (toOrganizationId === undefined && toOutside === undefined)
    throw required('toOrganizationId', 'Say where to: a branch of the enterprise, or toOutside.');
  const extra = person !== undefined ? 'person' : toOrganizationId && toOutside ? 'toOutside' : null;
  if (extra !== null)
    throw refused([{ field: extra, code: 'superfluous', message: 'Does not go with the other values.' }]);
}

/** Any living branch of the enterprise. It may lie beyond the applicant's scope: the receiving side has its own say. */
export function checkDestination({ kit }: Deps, organizationId: string): void {
  try {
    checkHome(kit.tree(), organizationId);
  } catch (error) {
    throw atDestination(error);
  }
}

/** It cannot end, and hand its transfers over, before this one is stored. */
export async function holdTarget(tx: WriteTransaction, organizationId: string): Promise<void> {
  await holdHome(tx, organizationId).catch((error: unknown) => {
    throw atDestination(error);
  });
}

function atDestination(error: unknown): unknown {
  const details = (error as { details?: { errors?: { field: string; code: string; message: string }[] } })
    .details;
  if (details?.errors === undefined) return error;
  return refused(details.errors.map((one) => ({ ...one, field: 'toOrganizationId' })));
}

/** The person is locked. Refuses whoever is not active, is there already, or is under way elsewhere. */
export async function insertApplication(
  { kit }: Deps,
  tx: WriteTransaction,
  person: RecordRow,
  { toOrganizationId, toOutside, reason, duesPaidThrough, validDays }: Terms,
  id: string,
  groupId: string | null,
): Promise<void> {
  if (person.organizationId === toOrganizationId)
    throw refused([
      {
        field: 'toOrganizationId',
        code: 'transfer.same-branch',
        message: 'The person is in this branch already.',
      },
    ]);
  checkMovable(person, null);
  const open = await openTransferOf(tx, person.id);
  if (open !== null) throw underWay(open);
  if (toOrganizationId !== undefined) await holdTarget(tx, toOrganizationId);
  const now = new Date().toISOString();
  const row: TransferInsert = {
    id,
    memberId: person.id,
    kind: toOrganizationId === undefined ? 'out' : 'within',
    state: 'applied',
    version: 1,
    groupId,
    fromOrganizationId: person.organizationId,
    toOrganizationId: toOrganizationId ?? null,
    outside: toOutside ?? null,
    reason,
    validDays,
    duesPaidThrough,
    appliedOn: kit.clock.today(),
    ...letterOfRecord(person),
    createdAt: now,
    updatedAt: now,
  };
  await insertTransfer(tx, row);
}

export async function viewOf(deps: Deps, tx: WriteTransaction, id: string): Promise<TransferView> {
  const { kit } = deps;
  const reach = transferReach(kit.authorizer, kit.tree(), tx.scope.actor);
  const row = (await selectTransfer(tx, id)) as PlacedTransfer;
  return transferView(deps, reach, row, await stepsOf(tx, id));
}
