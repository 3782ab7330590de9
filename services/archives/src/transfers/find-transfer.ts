import { AppError, notFound } from '@banyan/service-kit/error';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { narrowToPerson, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { lockRecord } from '../members/load-member.ts';
import type { RecordRow } from '../members/member-table.ts';
import { checkRecordId } from '../members/record-id.ts';
import type { Ends } from './transfer-policy.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

export interface Place extends Ends {
  readonly id: string;
}

const placesText = `
  select id, member_id as "memberId", kind, from_organization_id as "fromOrganizationId",
    to_organization_id as "toOrganizationId"
  from transfer_places($1::uuid, $2::uuid) order by member_id`;

/** Where a transfer is on the tree, for the first wall. Throws `not-found`. */
export async function placeOf({ kit }: Deps, scope: Scope, id: string): Promise<Place> {
  checkRecordId(id);
  const [place] = await kit.database.readOne<Place>(narrowToPerson(scope, nobody), placesText, [id, null]);
  if (place === undefined) throw notFound();
  return place;
}

/** The transfers of a group by the ids of their people, which is the order of locks. */
export async function placesOf({ kit }: Deps, scope: Scope, groupId: string): Promise<readonly Place[]> {
  checkRecordId(groupId);
  return kit.database.readOne<Place>(narrowToPerson(scope, nobody), placesText, [null, groupId]);
}

/** The person's record, locked; undefined where somebody from outside has none yet. */
export async function lockPerson(tx: WriteTransaction, memberId: string): Promise<RecordRow | undefined> {
  try {
    return await lockRecord(tx, memberId);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

/** The transfer under way of a person whose record is locked. */
export async function openTransferOf(tx: Transaction, memberId: string): Promise<string | null> {
  const [open] = await tx.sql<{ id: string }[]>`
    select id from transfers where member_id = ${memberId} and state in ('applied', 'issued', 'expired')`;
  return open?.id ?? null;
}
