import type { Transaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import type { ProposedField, ProposedName, RequestState } from './change-request.ts';

/** A request as stored, with the name of its person. */
export interface RequestRow {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly organizationId: string;
  readonly version: number;
  readonly state: RequestState;
  readonly reason: string | null;
  readonly proposedAt: string;
  readonly accountId: string;
  readonly proposerName: string | null;
  readonly closedAt: string | null;
}

export interface FieldRow extends ProposedField {
  readonly decidedAt: string | null;
  readonly accountId: string | null;
  readonly deciderName: string | null;
  readonly reason: string | null;
}

/** Columns of a RequestRow over `change_requests r` joined with `members m`. */
export const requestColumns = `r.id, r.member_id as "memberId", m.name as "memberName",
  r.organization_id as "organizationId", r.version::int as version, r.state, r.reason,
  r.proposed_at as "proposedAt", r.account_id as "accountId", r.proposer_name as "proposerName",
  r.closed_at as "closedAt"`;

export async function selectRequest(tx: Transaction, id: string): Promise<RequestRow> {
  const [row] = await tx.sql.unsafe<RequestRow[]>(
    `select ${requestColumns} from change_requests r join members m on m.id = r.member_id where r.id = $1::uuid`,
    [id],
  );
  if (row === undefined) throw notFound();
  return row;
}

/** The request, locked until the end of the transaction. Lock the person first: whoever moves the person does so too. */
export async function lockRequest(tx: Transaction, id: string): Promise<RequestRow> {
  await tx.sql`select 1 from change_requests where id = ${id} for update`;
  return selectRequest(tx, id);
}

export async function selectFields(tx: Transaction, id: string): Promise<FieldRow[]> {
  return tx.sql<FieldRow[]>`
    select field, from_value as "from", to_value as "to", decision, decided_at as "decidedAt",
      account_id as "accountId", decider_name as "deciderName", reason
    from change_request_fields where request_id = ${id} order by place`;
}

export interface NewField {
  readonly field: ProposedName;
  readonly from: unknown;
  readonly to: unknown;
}

export async function insertFields(tx: Transaction, id: string, fields: readonly NewField[]): Promise<void> {
  for (const [place, { field, from, to }] of fields.entries())
    await tx.sql`
      insert into change_request_fields (request_id, place, field, from_value, to_value)
      values (${id}, ${place}, ${field}, ${JSON.stringify(from)}::text::jsonb, ${JSON.stringify(to)}::text::jsonb)`;
}
