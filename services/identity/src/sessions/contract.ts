import { createRoute, z } from '@hono/zod-openapi';
import { listSchema } from '@banyan/service-kit/list';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

export const sessionSchema = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .openapi('Session');
export type SessionView = z.infer<typeof sessionSchema>;

const tags = ['sessions'];

export const signInRoute = createRoute({
  method: 'post',
  path: '/api/identity/sessions',
  operationId: 'signIn',
  tags,
  security: [],
  request: {
    body: jsonBody(
      z
        .strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(256) })
        .openapi('SignIn'),
    ),
  },
  responses: {
    201: answer(
      z.object({
        account: z.object({ id: z.uuid(), username: z.string(), displayName: z.string() }),
        endedSessions: z.number().int().optional().openapi({
          description: 'How many sessions, unused for longest, ended to keep to the limit; absent for none.',
        }),
      }),
      'Signed in; the gateway sets the cookie. The session that the request came with has ended.',
    ),
    ...refusals(400, 401, 503),
  },
});

export const signOutRoute = createRoute({
  method: 'delete',
  path: '/api/identity/sessions/current',
  operationId: 'signOut',
  tags,
  responses: { 204: { description: 'Signed out.' }, ...refusals(401) },
});

export const listSessionsRoute = createRoute({
  method: 'get',
  path: '/api/identity/sessions',
  operationId: 'listSessions',
  tags,
  request: {
    query: z.object({
      accountId: z
        .uuid()
        .optional()
        .openapi({ description: "Mine if absent; another's for the security administrator." }),
    }),
  },
  responses: {
    200: answer(
      listSchema(sessionSchema).extend({
        limit: z.number().int().openapi({
          description: 'How many the account may have; signing in beyond it ends the longest unused.',
        }),
      }),
      'Sessions that have not ended, newest first.',
    ),
    ...refusals(401, 403, 404),
  },
});

export const endSessionRoute = createRoute({
  method: 'delete',
  path: '/api/identity/sessions/{id}',
  operationId: 'endSession',
  tags,
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 204: { description: 'Ended.' }, ...refusals(401, 404) },
});

export const signInOptionsRoute = createRoute({
  method: 'get',
  path: '/api/identity/sign-in-options',
  operationId: 'readSignInOptions',
  tags,
  security: [],
  responses: {
    200: answer(
      z
        .object({
          demo: z.boolean(),
          enterprise: z.string().nullable(),
          accounts: z.array(z.object({ username: z.string(), label: z.string() })),
          password: z.string().nullable(),
          setup: z.boolean().openapi({ description: 'True while there is no account at all.' }),
        })
        .openapi('SignInOptions'),
      'What the sign-in page shows. Accounts and password only while the demonstration data is loaded.',
    ),
  },
});
