import type { OrganizationMerged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { lockRecord } from '../members/load-member.ts';
import { storeOutflow } from './register-outflow.ts';

/** Who is with the branch that ended is with the one that goes on; whose home that is by now has come back. */
export async function mergeFloating(
  tx: WriteTransaction,
  { organization: { id: ended }, intoId }: OrganizationMerged,
): Promise<void> {
  const home = await tx.sql<{ id: string }[]>`
    select m.id from floating_members f join members m on m.id = f.person_id
    where f.closed_on is null and f.organization_id in (${ended}, ${intoId})
      and m.organization_id in (${ended}, ${intoId}) order by m.id`;
  for (const { id } of home) {
    const member = await lockRecord(tx, id);
    if (member.outflow !== null) await storeOutflow(tx, member, null);
  }
  const entries = await tx.sql<{ id: string; version: number }[]>`
    update floating_members set organization_id = ${intoId}, version = version + 1, updated_at = now()
    where organization_id = ${ended} and closed_on is null returning id, version::int`;
  for (const { id, version } of entries)
    tx.audit({
      action: 'archives.floating.update',
      entity: 'floating-member',
      subjectId: id,
      organizationId: intoId,
      fields: ['organizationId'],
      version,
    });
}
