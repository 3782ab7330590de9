import { createRoute, z } from '@hono/zod-openapi';
import { listDeadLetters, replayDeadLetter } from './dead-letters.ts';
import { authorize, createRouter, type ServiceApp } from './http-app.ts';
import type { Kit } from './kit.ts';
import { problemSchema } from './problem.ts';
import type { Subscription } from './subscriptions.ts';

const deadLetterSchema = z
  .object({
    id: z.uuid(),
    handler: z.string(),
    eventId: z.uuid(),
    subject: z.string(),
    reason: z.string(),
    deliveries: z.number().int(),
    parkedAt: z.string(),
    replayedAt: z.string().nullable(),
  })
  .openapi('DeadLetter');

const refused = {
  content: { 'application/problem+json': { schema: problemSchema } },
  description: 'Refused.',
};

/** `GET /dead-letters` and `POST /dead-letters/{id}/replay` of a service. */
export function deadLetterRoutes(
  kit: Kit,
  domain: string,
  subscriptions: readonly Subscription[],
): ServiceApp {
  const list = createRoute({
    method: 'get',
    path: `/api/${domain}/dead-letters`,
    operationId: 'listDeadLetters',
    tags: ['dead-letters'],
    responses: {
      200: {
        content: { 'application/json': { schema: z.object({ items: z.array(deadLetterSchema) }) } },
        description: 'The newest 200, waiting ones first.',
      },
      403: refused,
    },
  });
  const replay = createRoute({
    method: 'post',
    path: `/api/${domain}/dead-letters/{id}/replay`,
    operationId: 'replayDeadLetter',
    tags: ['dead-letters'],
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 204: { description: 'Handled.' }, 403: refused, 404: refused, 409: refused },
  });
  return createRouter()
    .openapi(list, async (c) => {
      const scope = await authorize(kit, c, `${domain}.dead-letter.read`);
      return c.json({ items: await listDeadLetters(kit.database, scope) }, 200);
    })
    .openapi(replay, async (c) => {
      const scope = await authorize(kit, c, `${domain}.dead-letter.replay`);
      await replayDeadLetter(kit.database, domain, scope, subscriptions, c.req.valid('param').id);
      return c.body(null, 204);
    }) as unknown as ServiceApp;
}
