import type { AuditEntry } from '@banyan/contracts/audit';
import type { WriteTransaction } from '@banyan/service-kit/database';

/** Adds an audit row of some domain to the trail. Its id makes a second arrival harmless. */
export async function collectAuditEntry(
  tx: WriteTransaction,
  domain: string,
  entry: AuditEntry,
): Promise<void> {
  await tx.sql`insert into audit_trail ${tx.sql({
    id: entry.id,
    at: entry.at,
    domain,
    account_id: entry.accountId,
    action: entry.action,
    entity: entry.entity,
    subject_id: entry.subjectId,
    organization_id: entry.organizationId,
    fields: entry.fields,
    version: entry.version,
    reason: entry.reason,
    request_id: entry.requestId,
  })} on conflict (id) do nothing`;
}
