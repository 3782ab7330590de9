import type { OrganizationMerged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { moveHome } from '../members/on-organization-merged.ts';
import { openStates, type TransferState } from './transfer.ts';
import { storeStep, type TransferRow, transfers } from './transfer-table.ts';

/** While these hold, a transfer still has something to do at one of its ends. */
const underWay: readonly TransferState[] = [...openStates, 'received'];

/**
 * The people of the branch that ended go to the one that goes on, and transfers to and from it with them. Nobody comes to
 * a branch that has ended: whoever is locked here is everybody concerned.
 */
export async function mergePeopleAndTransfers(
  tx: WriteTransaction,
  merge: OrganizationMerged,
  mergedAt: string,
): Promise<void> {
  const ended = merge.organization.id;
  // All people once, by id and before any transfer, as everybody locks them who changes several.
  const locked = await tx.sql<{ id: string }[]>`
    select id from members where organization_id = ${ended} or section_id = ${ended} or id in (
      select member_id from transfers
      where (from_organization_id = ${ended} or to_organization_id = ${ended})
        and state in ${tx.sql(underWay)}
    ) order by id for update`;
  await moveHome(
    tx,
    locked.map(({ id }) => id),
    merge,
  );
  const [day] = await tx.sql<{ on: string }[]>`select civil_day(${mergedAt}::timestamptz)::text as on`;
  for (const row of await lockConcerned(tx, ended)) await repoint(tx, row, merge, (day as { on: string }).on);
}

async function lockConcerned(tx: WriteTransaction, ended: string): Promise<TransferRow[]> {
  return tx.db
    .select()
    .from(transfers)
    .where(
      and(
        or(eq(transfers.fromOrganizationId, ended), eq(transfers.toOrganizationId, ended)),
        inArray(transfers.state, [...underWay]),
      ),
    )
    .orderBy(asc(transfers.memberId), asc(transfers.id))
    .for('update');
}

async function repoint(
  tx: WriteTransaction,
  row: TransferRow,
  { organization, intoId }: OrganizationMerged,
  on: string,
): Promise<void> {
  const now = (id: string | null): string | null => (id === organization.id ? intoId : id);
  const fromOrganizationId = now(row.fromOrganizationId);
  const toOrganizationId = now(row.toOrganizationId);
  // Whoever was on the way between the two has arrived.
  const over = fromOrganizationId === toOrganizationId;
  const to: TransferState = !over ? row.state : openStates.includes(row.state) ? 'cancelled' : 'closed';
  await storeStep(
    tx,
    row,
    // A transfer that is over keeps the names of both its ends.
    over ? { closedOn: on } : { fromOrganizationId, toOrganizationId },
    { action: 'merge', from: row.state, to, note: null },
  );
}
