import { memberUpdated } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { auditChange, storeChange } from './change-record.ts';
import { selectRecord } from './load-member.ts';
import { personOf } from './show-views.ts';

/** The people of a branch or section that ended go to the one that goes on, each with an entry in the history. */
export async function onOrganizationMerged(
  tx: WriteTransaction,
  { organization, intoId }: { readonly organization: { readonly id: string }; readonly intoId: string },
): Promise<void> {
  const ended = organization.id;
  const people = await tx.sql<{ id: string }[]>`
    select id from members where organization_id = ${ended} or section_id = ${ended} order by id for update`;
  for (const { id } of people) {
    const row = await selectRecord(tx, id);
    if (row === undefined) continue;
    const field = row.organizationId === ended ? 'organizationId' : 'sectionId';
    const changes = [{ field, from: ended, to: intoId }];
    const entry = { action: 'archives.member.update', changes, reason: null } as const;
    const next = await storeChange(tx, row, { [field]: intoId }, entry);
    auditChange(tx, next, entry);
    tx.emit(memberUpdated, id, { version: next.version, person: personOf(next), fields: [field] });
  }
}
