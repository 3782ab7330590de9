import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  idempotencyHeader,
  idParams,
  jsonBody,
  listAnswer,
  refusal,
  refusals,
  versionHeader,
} from '@banyan/service-kit/contract';
import { membershipStateSchema, stageSchema } from '@banyan/contracts/person';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { problemSchema } from '@banyan/service-kit/problem';
import { customInputSchema } from '../fields/field-views.ts';
import { factQueryShape } from './fact-filters.ts';
import { civilDay, leftKindSchema, memberFields, reasonText } from './member-fields.ts';
import {
  historyItemSchema,
  memberItemSchema,
  memberSchema,
  sensitiveFieldSchema,
  staleExtension,
  unmaskedSchema,
} from './member-views.ts';

const path = '/api/archives/members';
const tags = ['members'];

const refused = refusals(401, 403);
const refusedRecord = refusals(401, 403, 404);
const refusedChange = {
  ...refusals(400),
  ...refusedRecord,
  409: refusal('The record does not allow it now.'),
  412: refusal(
    'Somebody else changed the record; `current` is how it is now.',
    problemSchema.extend(staleExtension).openapi('StaleMember'),
  ),
  ...refusals(428),
};

export const listQuerySchema = z.object({
  ...listQueryShape,
  q: z.string().trim().max(60).optional().openapi({
    description:
      'Beginning of a name, given name, its pinyin or initials; four digits of an ID number or phone at their end; a whole ID number or phone.',
  }),
  organizationId: z.uuid().optional().openapi({ description: 'This node and all below it.' }),
  stage: stageSchema.optional(),
  state: membershipStateSchema.optional(),
  ...factQueryShape,
  sort: z
    .enum(['-joinedOn', 'joinedOn', 'name', '-name'])
    .default('-joinedOn')
    .openapi({ description: 'By name means by pinyin.' }),
  fields: z
    .string()
    .max(900)
    .regex(/^[a-z0-9,-]*$/)
    .default('')
    .transform((keys) => keys.split(',').filter((key) => key !== ''))
    .openapi({ type: 'string', description: 'Keys of custom fields to show in `custom` of each row.' }),
  after: z
    .string()
    .max(300)
    .optional()
    .openapi({ description: 'The `next` of the page before; `page` is then ignored.' }),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

export const listMembersRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listMembers',
  tags,
  request: { query: listQuerySchema },
  responses: {
    200: answer(
      listSchema(memberItemSchema)
        .extend({
          next: z.string().nullable().openapi({ description: 'For `after`; null on the last page.' }),
        })
        .openapi('MemberList'),
      'Newest first unless sorted otherwise.',
    ),
    ...refusals(400),
    ...refused,
  },
});

export const showMemberRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'showMember',
  tags,
  request: { params: idParams },
  responses: { 200: answer(memberSchema, 'The record, its version as ETag.'), ...refusedRecord },
});

const optional = { ...z.strictObject(memberFields).partial().shape, custom: customInputSchema.optional() };
export const admitMemberSchema = z
  .strictObject({
    ...optional,
    name: memberFields.name,
    organizationId: z.uuid().openapi({ description: 'A branch or joint branch.' }),
    stage: stageSchema.default('applicant'),
  })
  .openapi('NewMember');
export const admitMemberRoute = createRoute({
  method: 'post',
  path,
  operationId: 'admitMember',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(admitMemberSchema) },
  responses: { 201: answer(memberSchema, 'Put on record.'), ...refusedChange },
});

export const correctMemberSchema = z.strictObject(optional).openapi('MemberCorrection');
export const correctMemberRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'correctMember',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(correctMemberSchema) },
  responses: { 200: answer(memberSchema, 'The corrected record.'), ...refusedChange },
});

export const advanceMemberSchema = z
  .strictObject({
    stage: stageSchema.meta({ description: 'The next stage; named, so that two clicks advance once.' }),
    on: civilDay.openapi({
      description: 'The date of the stage: for `probationary` that of the branch meeting.',
    }),
    reason: reasonText.nullable().default(null),
  })
  .openapi('StageStep');
export const advanceMemberRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/advance`,
  operationId: 'advanceMember',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(advanceMemberSchema) },
  responses: { 200: answer(memberSchema, 'At the next stage.'), ...refusedChange },
});

export const changeStateSchema = z
  .strictObject({
    state: membershipStateSchema,
    on: civilDay.openapi({ description: 'Since when the state holds; of a lost contact, the last contact.' }),
    leftKind: leftKindSchema.nullable().default(null).openapi({ description: 'Required for `left`.' }),
    reason: reasonText
      .nullable()
      .default(null)
      .openapi({ description: 'Required for `left` and `suspended`.' }),
  })
  .openapi('StateStep');
export const changeStateRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/state`,
  operationId: 'changeMemberState',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(changeStateSchema) },
  responses: { 200: answer(memberSchema, 'In the new state.'), ...refusedChange },
});

/** Of every act that shows sensitive fields in full. */
export const refusedUnmasking = {
  429: refusal(
    'So many records were seen in full lately that others have to wait: Retry-After says how long.',
  ),
};

export const unmaskMemberSchema = z
  .strictObject({
    fields: z.array(sensitiveFieldSchema).min(1).max(3),
    reason: reasonText,
  })
  .openapi('Unmasking');
export const unmaskMemberRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/unmask`,
  operationId: 'unmaskMember',
  tags,
  request: { params: idParams, body: jsonBody(unmaskMemberSchema) },
  responses: {
    200: answer(unmaskedSchema, 'Plain values of the fields asked for. The act is on the audit trail.'),
    ...refusals(400),
    ...refusedRecord,
    ...refusedUnmasking,
  },
});

export const showHistoryRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'showMemberHistory',
  tags,
  request: { params: idParams },
  responses: {
    200: listAnswer(historyItemSchema, 'MemberHistory', 'Newest first, 500 at the most.'),
    ...refusedRecord,
  },
});
