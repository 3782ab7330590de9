import type { Stage } from '@banyan/contracts/person';
import { notFound } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import type { Closing, ContactWay } from './floating.ts';

/** An entry with what is known of its person and home. */
export interface FloatingRow {
  readonly id: string;
  readonly personId: string | null;
  readonly organizationId: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly since: string;
  readonly place: string | null;
  readonly reason: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly partyOrganization: string | null;
  readonly abroad: boolean;
  readonly expectedReturnOn: string | null;
  readonly contactName: string | null;
  readonly contactPhone: Buffer | null;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly idNumber: Buffer | null;
  readonly phone: Buffer | null;
  readonly lastContactOn: string | null;
  readonly closedOn: string | null;
  readonly closing: Closing | null;
  readonly homeId: string | null;
  readonly stage: Stage | null;
}

/** Whoever sees the branch of now alone sees the name and home of the person, and nothing else of the record. */
export const floatingColumns = `f.id, f.person_id as "personId", f.organization_id as "organizationId",
  f.version::int, f.created_at as "createdAt", f.updated_at as "updatedAt", f.since, f.place, f.reason, f.province, f.city,
  f.party_organization as "partyOrganization", f.abroad, f.expected_return_on as "expectedReturnOn",
  f.contact_name as "contactName", f.contact_phone as "contactPhone",
  coalesce(f.name, m.name, member_name(f.person_id)) as name, f.sex, f.id_number as "idNumber", f.phone,
  f.last_contact_on as "lastContactOn", f.closed_on as "closedOn", f.closing,
  coalesce(m.organization_id, member_organization(f.person_id)) as "homeId", m.stage`;

export const floatingFrom = 'floating_members f left join members m on m.id = f.person_id';

const rowText = `select ${floatingColumns} from ${floatingFrom} where f.id = $1::uuid`;

export async function selectFloating(tx: Transaction, id: string): Promise<FloatingRow> {
  const [row] = await tx.sql.unsafe<FloatingRow[]>(rowText, [id], { prepare: true });
  if (row === undefined) throw notFound();
  return row;
}

/**
 * The entry, locked until the end of the transaction; of our own people the record first, since a change of the record
 * takes them in that order.
 */
export async function lockFloating(tx: Transaction, id: string): Promise<FloatingRow> {
  await tx.sql`
    select 1 from members where id = (select person_id from floating_members where id = ${id}) for update`;
  const locked = await tx.sql`select 1 from floating_members where id = ${id} for update`;
  if (locked.length === 0) throw notFound();
  return selectFloating(tx, id);
}

export interface ContactRow {
  readonly id: string;
  readonly on: string;
  readonly way: ContactWay;
  readonly note: string | null;
  readonly at: string;
  readonly actorName: string | null;
}

export async function selectContacts(tx: Transaction, id: string): Promise<ContactRow[]> {
  return [
    ...(await tx.sql<ContactRow[]>`
      select id, held_on as on, way, note, at, actor_name as "actorName" from floating_contacts
      where entry_id = ${id} order by held_on desc, id desc limit 200`),
  ];
}

/** Columns of an entry that operations set, by their names in the table. */
export type FloatingColumns = Readonly<Record<string, string | number | boolean | Buffer | null>>;

export async function updateFloating(tx: Transaction, id: string, columns: FloatingColumns): Promise<void> {
  const set = { ...columns, updated_at: new Date().toISOString() };
  await tx.sql`update floating_members set ${tx.sql(set)}, version = version + 1 where id = ${id}`;
}

/** Whether somebody who is away is with this branch: once the formal relation goes there too, nobody is away. */
export async function isWithBranch(
  tx: Transaction,
  memberId: string,
  organizationId: string,
): Promise<boolean> {
  const found = await tx.sql`
    select 1 from floating_members
    where person_id = ${memberId} and organization_id = ${organizationId} and closed_on is null`;
  return found.length > 0;
}
