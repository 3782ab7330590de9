import type { OrganizationMerged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { auditExtra } from './store-extra.ts';

/**
 * What an organization that ended asked for beyond the national list ends with it: the one that goes on never asked for it.
 * What was filed under it stays in the dossiers.
 */
export async function endExtras(
  tx: WriteTransaction,
  { organization: { id: ended } }: OrganizationMerged,
): Promise<void> {
  const extras = await tx.sql<{ id: string; version: number }[]>`
    update dossier_extras set retired_at = now(), version = version + 1
    where organization_id = ${ended} and retired_at is null returning id, version::int`;
  for (const { id, version } of extras) auditExtra(tx, 'retire', id, ended, [], version);
}
