import { createRoute, z } from '@hono/zod-openapi';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { answer, refusals } from '@banyan/service-kit/contract';

const named = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable();

export const trailEntrySchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    domain: z.string(),
    action: z.string(),
    entity: z.string(),
    account: named,
    subject: named,
    organization: named,
    fields: z.array(z.string()),
    version: z.number().int().nullable(),
    reason: z.string().nullable(),
    requestId: z.string().nullable(),
  })
  .openapi('AuditEntry');
export type TrailEntry = z.infer<typeof trailEntrySchema>;

export const listAuditEntriesRoute = createRoute({
  method: 'get',
  path: '/api/identity/audit-entries',
  operationId: 'listAuditEntries',
  tags: ['audit'],
  request: {
    query: z.object({
      ...listQueryShape,
      from: z.iso.datetime({ offset: true }).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
      domain: z.string().max(30).optional(),
      action: z
        .string()
        .max(80)
        .optional()
        .openapi({ description: 'An action, or its beginning: identity.session.' }),
      accountId: z.uuid().optional(),
      subjectId: z.uuid().optional(),
      organizationId: z.uuid().optional().openapi({ description: 'The node and all below it.' }),
    }),
  },
  responses: {
    200: answer(listSchema(trailEntrySchema), 'Who did what, in every domain, newest first.'),
    ...refusals(400, 401, 403),
  },
});
