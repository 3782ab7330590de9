import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  idempotencyHeader,
  idParams,
  jsonBody,
  listAnswer,
  refusal,
  refusals,
} from '@banyan/service-kit/contract';
import { listQueryShape } from '@banyan/service-kit/list';
import { problemSchema } from '@banyan/service-kit/problem';
import { isCustomName } from '../fields/change-custom.ts';
import { memberFieldNames, reasonText } from '../members/member-fields.ts';
import { sensitiveFieldSchema } from '../members/member-views.ts';
import { correctMemberSchema, refusedUnmasking } from '../members/routes.ts';
import { decisions, requestStates } from './change-request.ts';
import {
  changeRequestItemSchema,
  changeRequestSchema,
  unmaskedRequestSchema,
} from './change-request-views.ts';
import { elsewhere } from './fields-elsewhere.ts';

const path = '/api/archives/change-requests';
const tags = ['change-requests'];

const refused = { ...refusals(401), 403: refusal('Not permitted; `code` says why.') };
const refusedRequest = { ...refused, ...refusals(404) };
const unusable = refusals(400);

export const boxes = ['all', 'mine', 'to-decide'] as const;
export const listChangeRequestsSchema = z.object({
  ...listQueryShape,
  box: z.enum(boxes).default('all').openapi({
    description: '`mine`: proposed by this account. `to-decide`: open, and this account may decide them.',
  }),
  state: z.enum(requestStates).optional(),
  organizationId: z.uuid().optional().openapi({ description: 'This node and all below it.' }),
  memberId: z.uuid().optional(),
  sort: z.enum(['-proposedAt', 'proposedAt']).default('-proposedAt'),
});
export type ListChangeRequestsQuery = z.infer<typeof listChangeRequestsSchema>;

export const listChangeRequestsRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listChangeRequests',
  tags,
  request: { query: listChangeRequestsSchema },
  responses: {
    200: listAnswer(changeRequestItemSchema, 'ChangeRequestList', 'Newest first.'),
    ...unusable,
    ...refused,
  },
});

export const showChangeRequestRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'showChangeRequest',
  tags,
  request: { params: idParams },
  responses: { 200: answer(changeRequestSchema, 'With the values of now beside it.'), ...refusedRequest },
});

export const proposeChangeSchema = z
  .strictObject({
    memberId: z.uuid(),
    changes: correctMemberSchema
      .omit({ verifiedOn: true })
      .openapi('ProposedChanges', { description: 'The proposed values, by field.' }),
    reason: reasonText.nullable().default(null),
  })
  .openapi('NewChangeRequest');
export const proposeChangeRoute = createRoute({
  method: 'post',
  path,
  operationId: 'proposeChange',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(proposeChangeSchema) },
  responses: {
    201: answer(changeRequestSchema, 'Waits for the branch.'),
    ...unusable,
    ...refusedRequest,
    409: refusal('Too many proposals wait already.'),
  },
});

/** More than the fields of every level above a branch that a form could still show. */
const mostCustom = 240;
const decidedNameSchema = z
  .string()
  .max(60)
  .superRefine((name, context) => {
    if ((memberFieldNames as readonly string[]).includes(name)) return;
    if (name === elsewhere || isCustomName(name)) return;
    context.addIssue({ code: 'invalid_value', values: memberFieldNames, input: name });
  })
  .openapi({ description: 'As the request names it.' });

export const decideChangeRequestSchema = z
  .strictObject({
    fields: z
      .array(
        z.strictObject({
          field: decidedNameSchema,
          decision: z.enum(decisions),
          reason: reasonText.nullable().default(null).openapi({ description: 'Required to decline.' }),
        }),
      )
      .min(1)
      .max(memberFieldNames.length + mostCustom),
    memberVersion: z.number().int().optional().openapi({
      description: 'The version of the record that was seen. Accepting a conflicting field needs it.',
    }),
  })
  .openapi('ChangeRequestDecision');
export const decideChangeRequestRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/decide`,
  operationId: 'decideChangeRequest',
  tags,
  request: { params: idParams, headers: idempotencyHeader, body: jsonBody(decideChangeRequestSchema) },
  responses: {
    200: answer(changeRequestSchema, 'Accepted fields are in the record; undecided ones still wait.'),
    ...unusable,
    ...refusedRequest,
    409: refusal(
      'Decided already, or accepted fields conflict: `current` shows the request as it is now.',
      problemSchema.extend({ current: changeRequestSchema.optional() }).openapi('ChangeRequestConflict'),
    ),
  },
});

export const withdrawChangeRequestRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/withdraw`,
  operationId: 'withdrawChangeRequest',
  tags,
  request: { params: idParams, headers: idempotencyHeader },
  responses: {
    200: answer(changeRequestSchema, 'What was not decided is withdrawn.'),
    ...refusedRequest,
    409: refusal('Decided or withdrawn already.'),
  },
});

export const unmaskChangeRequestSchema = z
  .strictObject({ fields: z.array(sensitiveFieldSchema).min(1).max(3), reason: reasonText })
  .openapi('ProposalUnmasking');
export const unmaskChangeRequestRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/unmask`,
  operationId: 'unmaskChangeRequest',
  tags,
  request: { params: idParams, body: jsonBody(unmaskChangeRequestSchema) },
  responses: {
    200: answer(
      unmaskedRequestSchema,
      'Plain values of the fields asked for. The act is on the audit trail.',
    ),
    ...unusable,
    ...refusedRequest,
    ...refusedUnmasking,
  },
});
