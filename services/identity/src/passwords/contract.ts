import { createRoute, z } from '@hono/zod-openapi';
import { answer, jsonBody, refusal, refusals } from '@banyan/service-kit/contract';

const tags = ['passwords'];

export const changePasswordRoute = createRoute({
  method: 'post',
  path: '/api/identity/me/password',
  operationId: 'changePassword',
  tags,
  request: {
    body: jsonBody(z.strictObject({ current: z.string().max(256), next: z.string().min(1).max(256) })),
  },
  responses: {
    204: { description: 'Changed; every other session of the account has ended.' },
    ...refusals(400, 401, 409, 503),
    429: refusal('Too many wrong current passwords; Retry-After says how long to wait.'),
  },
});

export const acceptInvitationRoute = createRoute({
  method: 'post',
  path: '/api/identity/invitations',
  operationId: 'acceptInvitation',
  tags,
  security: [],
  request: {
    body: jsonBody(
      z.strictObject({ token: z.string().min(1).max(100), password: z.string().min(1).max(256) }),
    ),
  },
  responses: {
    200: answer(z.object({ username: z.string() }), 'The password is set; sign in with it.'),
    ...refusals(400, 401, 503),
  },
});
