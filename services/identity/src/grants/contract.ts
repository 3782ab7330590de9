import { createRoute, z } from '@hono/zod-openapi';
import { grantScopeSchema } from '@banyan/contracts/access';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

export const scopeViewSchema = z
  .object({
    mode: z.enum(['self', 'node', 'subtree', 'nodes']),
    nodes: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .openapi('GrantScope');

/** A role as somebody holds it. */
export const heldRoleSchema = z
  .object({ id: z.string(), name: z.string(), scope: scopeViewSchema })
  .openapi('HeldRole');
export type HeldRole = z.infer<typeof heldRoleSchema>;

export const grantSchema = z
  .object({
    id: z.uuid(),
    account: z.object({ id: z.uuid(), username: z.string(), displayName: z.string() }),
    role: z.object({ id: z.string(), name: z.string() }),
    scope: scopeViewSchema,
    validFrom: z.iso.datetime().nullable(),
    validTo: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    abilities: z.array(z.enum(['revoke'])),
  })
  .openapi('Grant');
export type GrantView = z.infer<typeof grantSchema>;

export const assignGrantSchema = z
  .strictObject({
    accountId: z.uuid(),
    roleId: z.string().min(1).max(64),
    scope: grantScopeSchema,
    validFrom: z.iso.datetime({ offset: true }).nullable().default(null),
    validTo: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .openapi('AssignGrant');
export type AssignGrant = z.infer<typeof assignGrantSchema>;

const tags = ['grants'];

export const listGrantsRoute = createRoute({
  method: 'get',
  path: '/api/identity/grants',
  operationId: 'listGrants',
  tags,
  request: {
    query: z.object({
      ...listQueryShape,
      accountId: z.uuid().optional(),
      roleId: z.string().optional(),
    }),
  },
  responses: {
    200: answer(listSchema(grantSchema), 'Grants of accounts in reach, newest first.'),
    ...refusals(400, 401, 403),
  },
});

export const assignGrantRoute = createRoute({
  method: 'post',
  path: '/api/identity/grants',
  operationId: 'assignGrant',
  tags,
  request: { body: jsonBody(assignGrantSchema) },
  responses: { 201: answer(grantSchema, 'The grant.'), ...refusals(400, 401, 403, 404, 409) },
});

export const revokeGrantRoute = createRoute({
  method: 'delete',
  path: '/api/identity/grants/{id}',
  operationId: 'revokeGrant',
  tags,
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 204: { description: 'The grant no longer holds.' }, ...refusals(401, 403, 404, 409) },
});
