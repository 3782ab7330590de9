import { memberUpdated } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { auditChange, type Entry, storeChange } from '../members/change-record.ts';
import { lockRecord, scopeOfMember } from '../members/load-member.ts';
import type { RecordRow } from '../members/member-table.ts';
import { personOf } from '../members/show-views.ts';
import { placeOf } from './floating.ts';
import { updateFloating } from './floating-table.ts';
import { dateErrors, hostErrors, refusedEntry } from './register-checks.ts';
import { registerOutflowSchema } from './register-fields.ts';
import { entryResponse, viewFloating } from './show-floating.ts';
import { sealedAt } from './show-floating-views.ts';

export type Outflow = NonNullable<RecordRow['outflow']>;

/** The home branch notes where one of its people has gone. The record says so from now on, and keeps its home. */
export async function registerOutflow(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.register.update');
  const body = await jsonOf(c);
  // Somebody out of scope is as unknown as nobody, before anything else of the body is judged.
  const asked = (body as { memberId?: unknown } | null)?.memberId;
  const scope = typeof asked === 'string' ? await scopeOfMember(deps, granted, asked.toLowerCase()) : granted;
  const { memberId, ...values } = parseBody(registerOutflowSchema, body);
  const tree = kit.tree();

  const view = await kit.database.write(
    scope,
    async (tx) => {
      const member = await lockRecord(tx, memberId);
      checkPerson(member);
      const host = values.organizationId === null ? null : (tree.get(values.organizationId)?.name ?? null);
      const place = placeOf({ ...values, partyOrganization: values.partyOrganization ?? host });
      const errors = [
        ...dateErrors(values, kit.clock.today()),
        ...hostErrors(tree, values.organizationId, member.organizationId),
      ];
      if (place === null)
        errors.push({ field: 'partyOrganization', code: 'required', message: 'Say where to.' });
      if (errors.length > 0 || place === null) throw refusedEntry(errors);
      await storeOutflow(tx, member, { since: values.since, to: place, reason: values.reason });
      const id = await openEntry(tx, memberId);
      const phone = values.contactPhone;
      await updateFloating(tx, id, {
        organization_id: values.organizationId,
        province: values.province,
        city: values.city,
        party_organization: values.partyOrganization,
        abroad: values.abroad,
        expected_return_on: values.expectedReturnOn,
        contact_name: values.contactName,
        contact_phone: phone && sealer.seal(...sealedAt(id, 'contactPhone'), phone),
      });
      const made = await viewFloating(deps, tx, id, scope.actor);
      tx.audit({
        action: 'archives.floating.register',
        entity: 'floating-member',
        subjectId: id,
        organizationId: member.organizationId,
        fields: Object.keys(body as object),
        version: made.version,
      });
      return made;
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return entryResponse(view, true);
}

function checkPerson(member: RecordRow): void {
  if (member.state !== 'active' || (member.stage !== 'full' && member.stage !== 'probationary'))
    throw new AppError('conflict', 'archives.not-an-active-member', 'Only active members can be floating.', {
      detail: `The record is at stage ${member.stage}, state ${member.state}.`,
    });
  if (member.outflow !== null)
    throw new AppError('conflict', 'archives.already-floating', 'This person is registered as away.', {
      detail: 'Correct the entry that there is, or close it first.',
    });
}

/** Sets or clears where a person is away to, in the record with its history; the entry follows. */
export async function storeOutflow(
  tx: WriteTransaction,
  member: RecordRow,
  outflow: Outflow | null,
  reason: string | null = null,
): Promise<void> {
  const changes = [{ field: 'outflow', from: member.outflow, to: outflow }];
  const entry: Entry = { action: 'archives.member.update', changes, reason };
  const next = await storeChange(tx, member, { outflow }, entry);
  auditChange(tx, next, entry);
  tx.emit(memberUpdated, next.id, { version: next.version, person: personOf(next), fields: ['outflow'] });
}

async function openEntry(tx: WriteTransaction, memberId: string): Promise<string> {
  const [entry] = await tx.sql<{ id: string }[]>`
    select id from floating_members where person_id = ${memberId} and closed_on is null`;
  if (entry === undefined) throw new Error('An outflow has no entry.');
  return entry.id;
}
