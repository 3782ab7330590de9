import type { verificationReminded } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { RoundRow } from './verification-table.ts';

const mostInOne = 500;

/** Announces that branches of a round are not done, reminded or overdue: as many facts as it takes. */
export function tellBranches(
  tx: WriteTransaction,
  fact: typeof verificationReminded,
  { id, version, organizationId, title, dueOn }: RoundRow,
  branchIds: readonly string[],
): void {
  for (let from = 0; from < branchIds.length; from += mostInOne)
    tx.emit(fact, id, {
      version,
      organizationId,
      title,
      dueOn,
      branchIds: branchIds.slice(from, from + mostInOne),
    });
}
