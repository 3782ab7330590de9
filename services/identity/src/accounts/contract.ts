import { createRoute, z } from '@hono/zod-openapi';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { heldRoleSchema } from '../grants/contract.ts';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

export const accountAbilities = ['disable', 'enable', 'unlock', 'invite', 'grant', 'end-sessions'] as const;

export const accountSchema = z
  .object({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    kind: z.enum(['person', 'service']),
    administrator: z.boolean(),
    personId: z.uuid().nullable(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    status: z.enum(['active', 'locked', 'disabled']).openapi({
      description: 'Locked: too many failures of strangers, so that only known devices sign in.',
    }),
    locks: z.number().int().openapi({
      description:
        'Places from where signing in is locked for now; others go on unless the account is locked.',
    }),
    roles: z.array(heldRoleSchema),
    lastSignInAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    version: z.number().int(),
    abilities: z.array(z.enum(accountAbilities)),
  })
  .openapi('Account');
export type AccountView = z.infer<typeof accountSchema>;

/** A link that sets the first or a new password, once. */
export const invitationSchema = z
  .object({ path: z.string(), expiresAt: z.iso.datetime() })
  .openapi('Invitation');
export type Invitation = z.infer<typeof invitationSchema>;

export const createAccountSchema = z
  .strictObject({
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
    displayName: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .optional()
      .openapi({ description: "The member's name if absent." }),
    kind: z.enum(['person', 'service']).default('person'),
    administrator: z
      .boolean()
      .default(false)
      .openapi({ description: 'Such an account can hold one of the three administrators and nothing else.' }),
    personId: z.uuid().nullable().default(null),
    organizationId: z.uuid().nullable().default(null).openapi({
      description: "Needed without personId; the home of a member's account follows the member.",
    }),
  })
  .openapi('CreateAccount');
export type CreateAccount = z.infer<typeof createAccountSchema>;

const params = z.object({ id: z.uuid() });
const tags = ['accounts'];
const one = answer(accountSchema, 'The account.');
const created = accountSchema.extend({ invitation: invitationSchema }).openapi('CreatedAccount');

export const listAccountsRoute = createRoute({
  method: 'get',
  path: '/api/identity/accounts',
  operationId: 'listAccounts',
  tags,
  request: {
    query: z.object({
      ...listQueryShape,
      q: z
        .string()
        .trim()
        .max(60)
        .optional()
        .openapi({ description: 'Beginning of username, name or pinyin.' }),
      organizationId: z.uuid().optional().openapi({ description: 'The node and all below it.' }),
      status: z.enum(['active', 'locked', 'disabled']).optional(),
      roleId: z.string().max(64).optional(),
      sort: z.string().max(60).optional().openapi({ description: 'username, displayName, lastSignInAt.' }),
    }),
  },
  responses: {
    200: answer(listSchema(accountSchema), 'Accounts in reach.'),
    ...refusals(400, 401, 403),
  },
});

export const readAccountRoute = createRoute({
  method: 'get',
  path: '/api/identity/accounts/{id}',
  operationId: 'readAccount',
  tags,
  request: { params },
  responses: { 200: one, ...refusals(401, 403, 404) },
});

export const createAccountRoute = createRoute({
  method: 'post',
  path: '/api/identity/accounts',
  operationId: 'createAccount',
  tags,
  request: { body: jsonBody(createAccountSchema) },
  responses: {
    201: answer(created, 'The account, with the link that sets its password.'),
    ...refusals(400, 401, 403, 404, 409),
  },
});

export const disableAccountRoute = createRoute({
  method: 'post',
  path: '/api/identity/accounts/{id}/disable',
  operationId: 'disableAccount',
  tags,
  request: { params },
  responses: { 200: one, ...refusals(401, 403, 404, 409) },
});

export const enableAccountRoute = createRoute({
  method: 'post',
  path: '/api/identity/accounts/{id}/enable',
  operationId: 'enableAccount',
  tags,
  request: { params },
  responses: { 200: one, ...refusals(401, 403, 404, 409) },
});

export const unlockAccountRoute = createRoute({
  method: 'post',
  path: '/api/identity/accounts/{id}/unlock',
  operationId: 'unlockAccount',
  tags,
  request: { params },
  responses: { 200: one, ...refusals(401, 403, 404) },
});

export const inviteAccountRoute = createRoute({
  method: 'post',
  path: '/api/identity/accounts/{id}/invitations',
  operationId: 'inviteAccount',
  tags,
  request: { params },
  responses: {
    201: answer(invitationSchema, 'A new link to set the password; earlier ones no longer work.'),
    ...refusals(401, 403, 404, 409),
  },
});
