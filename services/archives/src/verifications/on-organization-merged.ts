import type { OrganizationMerged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';

/**
 * An open round goes down from the organization that goes on: whoever has not been answered for is asked about there, and
 * answers that were given count there. It may meet a round that asks the same; whoever runs them closes one.
 */
export async function moveRounds(
  tx: WriteTransaction,
  { organization: { id: ended }, intoId }: OrganizationMerged,
): Promise<void> {
  const rounds = await tx.sql<{ id: string; version: number }[]>`
    update verification_rounds set organization_id = ${intoId}, version = version + 1
    where organization_id = ${ended} and state = 'open' returning id, version::int`;
  for (const { id, version } of rounds)
    tx.audit({
      action: 'archives.verification.update',
      entity: 'verification',
      subjectId: id,
      organizationId: intoId,
      fields: ['organizationId'],
      version,
    });
}
