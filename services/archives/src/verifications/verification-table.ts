import type { Transaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import type { MembershipState, Stage } from '@banyan/contracts/person';
import type { RoundState } from './verification.ts';

export interface RoundRow {
  readonly id: string;
  readonly organizationId: string;
  readonly version: number;
  readonly title: string;
  readonly question: string | null;
  readonly note: string | null;
  readonly stages: Stage[];
  readonly states: MembershipState[];
  readonly dueOn: string;
  readonly state: RoundState;
  readonly createdAt: string;
  readonly accountId: string | null;
  readonly authorName: string | null;
  readonly closedAt: string | null;
}

/** Columns of a RoundRow over `verification_rounds r`. */
export const roundColumns = `r.id, r.organization_id as "organizationId", r.version::int as version, r.title, r.question,
  r.note, r.stages, r.states, r.due_on::text as "dueOn", r.state, r.created_at as "createdAt",
  r.account_id as "accountId", r.author_name as "authorName", r.closed_at as "closedAt"`;

const roundText = `select ${roundColumns} from verification_rounds r where r.id = $1::uuid`;

export async function selectRound(tx: Transaction, id: string, lock: 'update' | 'share' | null = null) {
  const text = lock === null ? roundText : `${roundText} for ${lock}`;
  const [row] = await tx.sql.unsafe<RoundRow[]>(text, [id]);
  if (row === undefined) throw notFound();
  return row;
}

export interface ReminderRow {
  readonly at: string;
  readonly note: string | null;
  readonly authorName: string | null;
}

/** The last reminder that went to one of these nodes. */
export async function lastReminder(
  tx: Transaction,
  roundId: string,
  nodeIds: readonly string[],
): Promise<ReminderRow | null> {
  const [row] = await tx.sql<ReminderRow[]>`
    select at, note, author_name as "authorName" from verification_reminders
    where round_id = ${roundId} and organization_id = any(${`{${nodeIds.join(',')}}`}::text::uuid[])
    order by at desc limit 1`;
  return row ?? null;
}
