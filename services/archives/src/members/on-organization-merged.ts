import { memberUpdated } from '@banyan/contracts/archives/events';
import type { OrganizationMerged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { auditChange, storeChange } from './change-record.ts';
import { selectRecord } from './load-member.ts';
import { personOf } from './show-views.ts';

/** Whoever of these people, who are locked, has the home or the section in what ended has it in what goes on, with history. */
export async function moveHome(
  tx: WriteTransaction,
  people: readonly string[],
  { organization, intoId }: OrganizationMerged,
): Promise<void> {
  const ended = organization.id;
  for (const id of people) {
    const row = await selectRecord(tx, id);
    if (row?.organizationId !== ended && row?.sectionId !== ended) continue;
    const field = row.organizationId === ended ? 'organizationId' : 'sectionId';
    const changes = [{ field, from: ended, to: intoId }];
    const entry = { action: 'archives.member.update', changes, reason: null } as const;
    const next = await storeChange(tx, row, { [field]: intoId }, entry);
    auditChange(tx, next, entry);
    tx.emit(memberUpdated, id, { version: next.version, person: personOf(next), fields: [field] });
  }
}
