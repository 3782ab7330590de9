import { createRoute, z } from '@hono/zod-openapi';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

export const settingSchema = z
  .object({
    key: z.string(),
    value: z.unknown(),
    own: z.boolean().openapi({ description: 'Set at this node, not inherited.' }),
    from: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .openapi({ description: 'The node it is inherited from; null for the default.' }),
    version: z.number().int().openapi({ description: 'Of the value at this node; 0 when it has none.' }),
    abilities: z.array(z.enum(['update'])),
  })
  .openapi('Setting');
export type SettingView = z.infer<typeof settingSchema>;

export const settingChangeSchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    from: z.unknown(),
    to: z.unknown(),
    version: z.number().int(),
  })
  .openapi('SettingChange');

const query = z.object({ organizationId: z.uuid() });
const params = z.object({ key: z.string().max(80) });
const tags = ['settings'];

export const listSettingsRoute = createRoute({
  method: 'get',
  path: '/api/identity/settings',
  operationId: 'listSettings',
  tags,
  request: { query },
  responses: {
    200: answer(z.object({ items: z.array(settingSchema) }), 'Every setting as it holds at this node.'),
    ...refusals(400, 401, 403, 404),
  },
});

export const changeSettingRoute = createRoute({
  method: 'put',
  path: '/api/identity/settings/{key}',
  operationId: 'changeSetting',
  tags,
  request: {
    params,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(
      z.strictObject({
        organizationId: z.uuid(),
        value: z.unknown().openapi({ description: 'null takes it back, so that the node inherits again.' }),
      }),
    ),
  },
  responses: {
    200: answer(settingSchema, 'The setting as it now holds.'),
    ...refusals(400, 401, 403, 404, 412, 428),
  },
});

export const listSettingHistoryRoute = createRoute({
  method: 'get',
  path: '/api/identity/settings/{key}/history',
  operationId: 'listSettingHistory',
  tags,
  request: { params, query },
  responses: {
    200: answer(
      z.object({ items: z.array(settingChangeSchema) }),
      'Changes at this node, newest first, at most 200.',
    ),
    ...refusals(400, 401, 403, 404),
  },
});
