import { memberUpdated } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { auditChange, storeChange } from './change-record.ts';
import { selectRecord } from './load-member.ts';
import { members } from './member-table.ts';
import { personOf } from './show-views.ts';

/** The account of a person stands in the record, so that every domain that knows people can address them. */
export async function onAccountCreated(
  tx: WriteTransaction,
  { accountId, personId }: { readonly accountId: string; readonly personId: string | null },
): Promise<void> {
  if (personId === null) return;
  const other = and(
    eq(members.id, personId),
    or(isNull(members.accountId), ne(members.accountId, accountId)),
  );
  const [waiting] = await tx.db.select({ id: members.id }).from(members).where(other).for('update');
  const row = waiting === undefined ? undefined : await selectRecord(tx, waiting.id);
  if (row === undefined) return;
  const changes = [{ field: 'accountId', from: row.accountId, to: accountId }];
  const entry = { action: 'archives.member.link-account', changes, reason: null } as const;
  const next = await storeChange(tx, row, { accountId }, entry);
  auditChange(tx, next, entry);
  tx.emit(memberUpdated, row.id, { version: next.version, person: personOf(next), fields: ['accountId'] });
}
