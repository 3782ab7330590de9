import { AppError } from '@banyan/service-kit/error';
import { fieldErrors } from '@banyan/service-kit/http-app';
import { Hono } from 'hono';
import { z } from 'zod';
import { chooseVersion, pinRemote } from './change-registry.ts';
import type { RegistryDatabase } from './registry-database.ts';
import { selectVersions } from './remote-table.ts';

const authored = { name: z.string(), by: z.string().min(1).max(200), reason: z.string().max(500).optional() };

const changeSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('choose'),
    version: z.string(),
    pin: z.boolean().optional(),
    ...authored,
  }),
  z.strictObject({ action: z.literal('pin'), ...authored }),
  z.strictObject({ action: z.literal('unpin'), ...authored }),
]);

/** The registry for operators. Mounted behind the service secret. */
export function registryRoutes(database: RegistryDatabase): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => c.json({ items: await selectVersions(database.sql) }));
  routes.post('/', async (c) => {
    const parsed = changeSchema.safeParse(await c.req.json());
    if (!parsed.success)
      throw new AppError('invalid', 'request.invalid', 'The request has values that cannot be used.', {
        errors: fieldErrors(parsed.error.issues),
      });
    const { action, by, reason, name } = parsed.data;
    const author = { by, ...(reason === undefined ? {} : { reason }) };
    if (action === 'choose') await chooseVersion(database, parsed.data, author);
    else await pinRemote(database, { name, pinned: action === 'pin' }, author);
    return c.json({ items: await selectVersions(database.sql) });
  });
  return routes;
}
