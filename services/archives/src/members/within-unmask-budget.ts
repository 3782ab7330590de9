import type { AuditInput } from '@banyan/service-kit/audit';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { pauseOf, type UnmaskAct, type UnmaskBudget, unmaskNotice } from './unmask-budget.ts';

/** What is to be shown in full: as the audit row of the act says it, but for its version and fields. */
export type Unmasking = Pick<AuditInput, 'entity' | 'subjectId' | 'organizationId' | 'reason'> & {
  readonly action: UnmaskAct;
};

/**
 * Runs an act that shows sensitive values in full, in a transaction of its own. `show` audits the act, which is what is
 * counted. Throws `rate-limited` once the account's budget is spent; the first time in a window the trail has that too.
 */
export async function withinUnmaskBudget<Result>(
  { kit, unmaskBudget }: Pick<Deps, 'kit' | 'unmaskBudget'>,
  scope: Scope,
  act: Unmasking,
  show: (tx: WriteTransaction) => Promise<Result>,
): Promise<Result> {
  const outcome = await kit.database.write(scope, async (tx) => {
    const { pause, isNoticed } = await standing(tx, act.subjectId, unmaskBudget);
    if (pause === 0) return { result: await show(tx) };
    if (!isNoticed) tx.audit({ ...act, action: unmaskNotice });
    return { pause };
  });
  if (outcome.pause !== undefined) throw budgetSpent(unmaskBudget, outcome.pause);
  return outcome.result;
}

interface Row {
  readonly action: string;
  readonly subject: string;
  readonly countsFor: number;
}

async function standing(
  { sql }: WriteTransaction,
  subjectId: string | null,
  budget: UnmaskBudget,
): Promise<{ pause: number; isNoticed: boolean }> {
  const rows = await sql<Row[]>`
    select action, subject, counts_for as "countsFor" from unmasked_within(${budget.minutes * 60})`;
  const shown = rows.filter(({ action }) => action !== unmaskNotice);
  return { pause: pauseOf(shown, subjectId, budget), isNoticed: shown.length < rows.length };
}

function budgetSpent({ records, minutes }: UnmaskBudget, pause: number): AppError {
  return new AppError('rate-limited', 'archives.unmask-limit', 'You have seen many records in full.', {
    detail: `It may be ${records} different ones within ${minutes} minutes. Those that you have seen open again at once; for others wait, or ask for an export with a reason.`,
    retryAfterSeconds: pause,
  });
}
