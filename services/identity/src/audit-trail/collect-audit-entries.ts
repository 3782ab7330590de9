import type { AuditEntry } from '@banyan/contracts/audit';
import type { WriteTransaction } from '@banyan/service-kit/database';

/** Adds audit rows of some domain to the trail. Their ids make a second arrival harmless. */
export async function collectAuditEntries(
  tx: WriteTransaction,
  domain: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  await tx.sql`
    insert into audit_trail (id, at, domain, account_id, action, entity, subject_id, organization_id, fields, version,
      reason, request_id)
    select id, at, ${domain}, "accountId", action, entity, "subjectId", "organizationId", fields, version,
      reason, "requestId"
    from json_to_recordset(${JSON.stringify(entries)}::text::json) as e(id uuid, at timestamptz, "accountId" uuid,
      action text, entity text, "subjectId" uuid, "organizationId" uuid, fields text[], version bigint, reason text,
      "requestId" text)
    on conflict (id) do nothing`;
}
