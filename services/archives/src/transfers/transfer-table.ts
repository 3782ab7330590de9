import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { and, eq, getTableColumns, type InferInsertModel, type InferSelectModel, sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Stage } from '@banyan/contracts/person';
import type { MemberValues } from '../members/member-fields.ts';
import type { Move, TransferKind, TransferState } from './transfer.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** What a letter says of a person besides name and ID number. */
export interface LetterFacts {
  readonly sex: MemberValues['sex'];
  readonly ethnicity: string | null;
  readonly bornOn: string | null;
  readonly stage: Stage;
  readonly joinedOn: string | null;
  readonly fullOn: string | null;
}

/** Somebody from outside: the values typed in, the sensitive ones sealed for the record to be and in base64. */
export type ArrivingValues = Partial<Record<keyof MemberValues, unknown>>;

export const transfers = pgTable('transfers', {
  id: uuid().primaryKey(),
  memberId: uuid('member_id').notNull(),
  kind: text().$type<TransferKind>().notNull(),
  state: text().$type<TransferState>().notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  groupId: uuid('group_id'),
  fromOrganizationId: uuid('from_organization_id'),
  toOrganizationId: uuid('to_organization_id'),
  outside: jsonb().$type<{ name: string; address: string | null }>(),
  reason: text().notNull(),
  validDays: integer('valid_days').notNull(),
  duesPaidThrough: text('dues_paid_through'),
  appliedOn: date('applied_on').notNull(),
  letterNumber: text('letter_number'),
  issuedOn: date('issued_on'),
  expiresOn: date('expires_on'),
  receivedOn: date('received_on'),
  closedOn: date('closed_on'),
  remindedOn: date('reminded_on'),
  name: text().notNull(),
  pinyin: text().notNull(),
  initials: text().notNull(),
  person: jsonb().$type<LetterFacts>().notNull(),
  idNumber: bytes('id_number'),
  idNumberHash: bytes('id_number_hash'),
  arriving: jsonb().$type<ArrivingValues>(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export type TransferInsert = InferInsertModel<typeof transfers>;
export type TransferRow = InferSelectModel<typeof transfers>;
/** With the organization where the person is now; null while there is no record. */
export type PlacedTransfer = TransferRow & { readonly home: string | null };

export const transferSteps = pgTable('transfer_steps', {
  transferId: uuid('transfer_id').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  at: instant('at').notNull(),
  accountId: uuid('account_id'),
  actorName: text('actor_name'),
  action: text().$type<StepAction>().notNull(),
  fromState: text('from_state').$type<TransferState>(),
  toState: text('to_state').$type<TransferState>().notNull(),
  note: text(),
});
export type StepAction = Move | 'apply' | 'remind' | 'merge';
export type StepRow = InferSelectModel<typeof transferSteps>;

/** The columns of a PlacedTransfer, for SQL over `transfers t`. */
export const transferColumns = [
  ...Object.entries(getTableColumns(transfers)).map(
    ([field, { name }]) => `t.${name}${field === 'version' ? '::int' : ''} as "${field}"`,
  ),
  'member_organization(t.member_id) as home',
].join(', ');

export async function selectTransfer(tx: Transaction, id: string): Promise<PlacedTransfer | undefined> {
  const [row] = await tx.sql.unsafe<PlacedTransfer[]>(
    `select ${transferColumns} from transfers t where t.id = $1::uuid`,
    [id],
    { prepare: true },
  );
  return row;
}

export async function stepsOf(tx: Transaction, id: string): Promise<StepRow[]> {
  return tx.db
    .select()
    .from(transferSteps)
    .where(eq(transferSteps.transferId, id))
    .orderBy(transferSteps.version);
}

/** The transfer, locked until the end of the transaction. Its person is locked before it, always. */
export async function lockTransfer(tx: WriteTransaction, id: string): Promise<TransferRow | undefined> {
  const [row] = await tx.db.select().from(transfers).where(eq(transfers.id, id)).for('update');
  return row;
}

export interface Step {
  readonly action: StepAction;
  /** Null for the first one. */
  readonly from: TransferState | null;
  readonly to: TransferState;
  readonly note: string | null;
}

/** Puts a new transfer on record with the first line of its timeline. */
export async function insertTransfer(
  tx: WriteTransaction,
  row: TransferInsert,
  note: string | null = null,
): Promise<void> {
  await tx.db.insert(transfers).values(row);
  const step: Step = { action: 'apply', from: null, to: row.state, note };
  await insertStep(tx, row.id, 1, step);
  auditStep(tx, row as TransferRow, step);
}

/** Stores the next version of a locked transfer with its line in the timeline and on the audit trail. */
export async function storeStep(
  tx: WriteTransaction,
  row: TransferRow,
  columns: Partial<TransferInsert>,
  step: Step,
): Promise<TransferRow> {
  const version = row.version + 1;
  const [next] = await tx.db
    .update(transfers)
    .set({ ...columns, state: step.to, version, updatedAt: sql`now()` })
    .where(and(eq(transfers.id, row.id), eq(transfers.version, row.version), eq(transfers.state, row.state)))
    .returning();
  if (next === undefined) throw new Error(`Transfer ${row.id} was not locked.`);
  await insertStep(tx, row.id, version, step);
  auditStep(tx, next, step);
  return next;
}

async function insertStep(
  tx: WriteTransaction,
  transferId: string,
  version: number,
  { action, from, to, note }: Step,
): Promise<void> {
  const { accountId, personId } = tx.scope.actor;
  await tx.sql`
    insert into transfer_steps (transfer_id, version, account_id, actor_name, action, from_state, to_state, note)
    values (${transferId}, ${version}, ${accountId}, member_name(${personId}::uuid), ${action}, ${from}, ${to}, ${note})`;
}

function auditStep(tx: WriteTransaction, row: TransferRow, { action, note }: Step): void {
  tx.audit({
    action: `archives.transfer.${action}`,
    entity: 'transfer',
    subjectId: row.id,
    organizationId: row.fromOrganizationId ?? row.toOrganizationId,
    fields: ['state'],
    version: row.version,
    reason: note,
  });
}

/** The next number of a year. Locked after every person and transfer of the transaction, until its end. */
export async function nextSerial(tx: WriteTransaction, year: string): Promise<number> {
  const [row] = await tx.sql<{ last: number }[]>`
    insert into letter_numbers (year, last) values (${year}, 1)
    on conflict (year) do update set last = letter_numbers.last + 1 returning last`;
  return row?.last as number;
}
