import { createRoute, z } from '@hono/zod-openapi';
import { heldRoleSchema } from '../grants/contract.ts';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

export const preferencesSchema = z
  .object({
    locale: z.enum(['zh-CN', 'en-US']).nullable(),
    theme: z.enum(['light', 'dark', 'system']),
  })
  .openapi('Preferences');
export type Preferences = z.infer<typeof preferencesSchema>;

export const meSchema = z
  .object({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    personId: z.uuid().nullable(),
    kind: z.enum(['person', 'service']),
    permissions: z.array(z.string()).openapi({
      description: 'Everything held anywhere: for menus. What may be done to a record, its abilities say.',
    }),
    roles: z.array(heldRoleSchema),
    roots: z.array(z.uuid()).openapi({ description: 'The topmost organizations in sight.' }),
    preferences: preferencesSchema,
    session: z.object({ id: z.uuid(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime() }),
    demo: z.boolean(),
  })
  .openapi('Me');
export type Me = z.infer<typeof meSchema>;

const tags = ['me'];

export const readMeRoute = createRoute({
  method: 'get',
  path: '/api/identity/me',
  operationId: 'readMe',
  tags,
  responses: { 200: answer(meSchema, 'Who I am and what I hold.'), ...refusals(401) },
});

export const changePreferencesRoute = createRoute({
  method: 'patch',
  path: '/api/identity/me/preferences',
  operationId: 'changePreferences',
  tags,
  request: { body: jsonBody(z.strictObject(preferencesSchema.shape).partial()) },
  responses: { 200: answer(preferencesSchema, 'The preferences.'), ...refusals(400, 401) },
});
