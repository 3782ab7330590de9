import { z } from 'zod';
import { defineFact, type FactDefinition } from './fact.ts';

/** An audit row on its way to identity: who, what, which fields, which version. Values stay in the owner's history. */
export const auditEntrySchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  accountId: z.uuid().nullable(),
  action: z.string(),
  entity: z.string(),
  subjectId: z.uuid().nullable(),
  organizationId: z.uuid().nullable(),
  fields: z.array(z.string()),
  version: z.number().int().nullable(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** The fact by which a domain hands its audit rows to identity. */
export function auditRecorded(domain: string): FactDefinition<typeof auditEntrySchema> {
  return defineFact(`${domain}.audit.recorded`, auditEntrySchema, {
    id: '019a0000-0000-7000-8000-000000000001',
    at: '2026-11-23T09:00:00.000+08:00',
    accountId: '019a0000-0000-7000-8000-000000000002',
    action: `${domain}.record.update`,
    entity: 'record',
    subjectId: '019a0000-0000-7000-8000-000000000003',
    organizationId: '019a0000-0000-7000-8000-000000000004',
    fields: ['phone'],
    version: 2,
    reason: null,
    requestId: '019a0000-0000-7000-8000-000000000005',
  });
}
