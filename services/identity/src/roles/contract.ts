import { createRoute, z } from '@hono/zod-openapi';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

export const roleSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    shipped: z.boolean(),
    administrator: z.boolean(),
    permissions: z.array(z.string()),
    version: z.number().int(),
    abilities: z.array(z.enum(['copy', 'update', 'assign'])),
  })
  .openapi('Role');
export type RoleView = z.infer<typeof roleSchema>;

const roleInput = {
  name: z.string().trim().min(1).max(40),
  permissions: z.array(z.string().max(80)).min(1).max(200),
};

const tags = ['roles'];

export const listRolesRoute = createRoute({
  method: 'get',
  path: '/api/identity/roles',
  operationId: 'listRoles',
  tags,
  responses: {
    200: answer(
      z.object({
        items: z.array(roleSchema),
        total: z.number().int(),
        totalIsExact: z.boolean(),
        permissions: z.array(z.string()).openapi({ description: 'What a role of your own may hold.' }),
      }),
      'Shipped roles first, then those of this enterprise.',
    ),
    ...refusals(401, 403),
  },
});

export const createRoleRoute = createRoute({
  method: 'post',
  path: '/api/identity/roles',
  operationId: 'createRole',
  tags,
  request: { body: jsonBody(z.strictObject(roleInput)) },
  responses: { 201: answer(roleSchema, 'The role.'), ...refusals(400, 401, 403, 409) },
});

export const changeRoleRoute = createRoute({
  method: 'patch',
  path: '/api/identity/roles/{id}',
  operationId: 'changeRole',
  tags,
  request: {
    params: z.object({ id: z.string().max(64) }),
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(z.strictObject(roleInput).partial()),
  },
  responses: { 200: answer(roleSchema, 'The role.'), ...refusals(400, 401, 403, 404, 409, 412, 428) },
});
