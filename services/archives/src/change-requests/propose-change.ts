import { changeRequestProposed } from '@banyan/contracts/archives/events';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { checkCorrection, type Correction, corrected } from '../members/apply-correction.ts';
import { customChange } from '../members/custom-change.ts';
import { lockRecord, scopeOfMember } from '../members/load-member.ts';
import type { MemberField } from '../members/member-fields.ts';
import { storedChanges, valuesOf } from '../members/member-record.ts';
import type { RecordRow } from '../members/member-table.ts';
import { isSame, mostOpen } from './change-request.ts';
import { requestReach } from './change-request-policy.ts';
import { insertFields, type NewField } from './change-request-table.ts';
import { requestResponse } from './request-response.ts';
import { proposeChangeSchema } from './routes.ts';
import { viewOfRequest } from './show-change-request.ts';
import { inFormOrder } from './show-views.ts';

/** Proposes other values for fields of a record, checked as if they were a correction. */
export async function proposeChange(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.change-request.create');
  const body = await jsonOf(c);
  // A person out of scope is as unknown as one who does not exist, before anything else of the body is judged.
  const asked = (body as { memberId?: unknown } | null)?.memberId;
  const scope = typeof asked === 'string' ? await scopeOfMember(deps, granted, asked.toLowerCase()) : granted;
  const { memberId, changes, reason } = parseBody(proposeChangeSchema, body);
  const reach = requestReach(kit.authorizer, kit.tree(), scope.actor);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      const row = await lockRecord(tx, memberId.toLowerCase());
      const fields = await proposedFields(deps, tx, row, changes);
      await refuseTooMany(tx, row.id);
      const id = uuidv7();
      const { accountId, personId } = scope.actor;
      await tx.sql`
        insert into change_requests
          (id, member_id, organization_id, state, reason, account_id, person_id, proposer_name)
        values (${id}, ${row.id}, ${row.organizationId}, 'open', ${reason}, ${accountId}, ${personId},
          ${await actorName(tx)})`;
      await insertFields(tx, id, fields);
      tx.audit({
        action: 'archives.change-request.create',
        entity: 'change-request',
        subjectId: id,
        organizationId: row.organizationId,
        fields: fields.map(({ field }) => field),
        version: 1,
        reason,
      });
      tx.emit(changeRequestProposed, id, {
        version: 1,
        memberId: row.id,
        organizationId: row.organizationId,
        proposerId: accountId as string,
        fields: fields.map(({ field }) => field),
      });
      return viewOfRequest(deps, tx, reach, id);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return requestResponse(view, true);
}

/** The fields that would differ, with their values as they are stored. */
async function proposedFields(
  { kit, sealer }: Deps,
  tx: Transaction,
  row: RecordRow,
  changes: Correction,
): Promise<NewField[]> {
  const before = valuesOf(sealer, row);
  const after = corrected(before, changes, kit.clock.today());
  const custom = await customChange(tx, row, changes.custom ?? {});
  atChanges(() => checkCorrection(kit, row, after, changes, custom.errors));
  const named = (Object.keys(changes) as (MemberField | 'custom')[]).filter((field) => field !== 'custom');
  const differing = named.filter((field) => !isSame(before[field], after[field]));
  if (differing.length + custom.changes.length === 0)
    throw new AppError('invalid', 'archives.change-request-empty', 'Nothing would be different.', {
      errors: [{ field: 'changes', code: 'unchanged', message: 'All values are as they are on record.' }],
    });
  return [
    ...storedChanges(sealer, row.id, inFormOrder(differing), before, after),
    ...custom.changes,
  ] as NewField[];
}

/** The rules of a record name its fields; here they lie one step deeper in the body. */
function atChanges(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AppError) || error.details.errors === undefined) throw error;
    const errors = error.details.errors.map((one) => ({ ...one, field: `changes.${one.field}` }));
    throw new AppError(error.kind, error.code, error.message, { ...error.details, errors });
  }
}

async function refuseTooMany(tx: WriteTransaction, memberId: string): Promise<void> {
  const [row] = await tx.sql<{ open: number }[]>`
    select count(*)::int as open from change_requests
    where member_id = ${memberId} and state = 'open' and account_id = ${tx.scope.actor.accountId}`;
  if ((row?.open ?? 0) < mostOpen) return;
  throw new AppError('conflict', 'archives.change-request-many', 'Too many of your proposals wait already.', {
    detail: 'Wait until the branch has decided some of them, or withdraw what is not needed.',
  });
}
