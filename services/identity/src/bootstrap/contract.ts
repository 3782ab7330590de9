import { createRoute, z } from '@hono/zod-openapi';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

const administrator = z.strictObject({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
  displayName: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(256),
});

export const bootstrapSchema = z
  .strictObject({
    token: z.string().min(1).max(100),
    enterprise: z.strictObject({
      name: z.string().trim().min(1).max(120),
      shortName: z.string().trim().min(1).max(40),
      code: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9._-]{1,40}$/),
    }),
    system: administrator,
    security: administrator,
    auditor: administrator,
  })
  .openapi('Bootstrap');
export type Bootstrap = z.infer<typeof bootstrapSchema>;

const tags = ['first start'];

export const bootstrapRoute = createRoute({
  method: 'post',
  path: '/api/identity/bootstrap',
  operationId: 'bootstrap',
  tags,
  security: [],
  request: { body: jsonBody(bootstrapSchema) },
  responses: {
    201: answer(z.object({ enterpriseId: z.uuid() }), 'The group and its three administrators.'),
    ...refusals(400, 401, 409, 503),
  },
});
