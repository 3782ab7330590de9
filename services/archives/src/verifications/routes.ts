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
import { civilDay, reasonText } from '../members/member-fields.ts';
import { answers, mostAnswers, roundStates, usualStages, usualStates } from './verification.ts';
import {
  askedPersonSchema,
  branchProgressSchema,
  progressSchema,
  roundRecordSchema,
  roundSchema,
} from './verification-views.ts';

const path = '/api/archives/verifications';
const tags = ['verifications'];

const refused = refusals(401, 403);
const refusedRound = refusals(401, 403, 404);
const unusable = refusals(400);
const title = z.string().trim().min(1).max(120);

export const listRoundsSchema = z.object({
  ...listQueryShape,
  state: z.enum(roundStates).optional(),
  sort: z.enum(['-createdAt', 'dueOn', '-dueOn']).default('-createdAt'),
});
export const listRoundsRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listVerifications',
  tags,
  request: { query: listRoundsSchema },
  responses: {
    200: listAnswer(roundSchema, 'VerificationRoundList', 'Newest first.'),
    ...unusable,
    ...refused,
  },
});

export const openRoundSchema = z
  .strictObject({
    organizationId: z.uuid().openapi({ description: 'Everybody at this node and below is asked about.' }),
    title,
    question: reasonText.nullable().default(null),
    note: reasonText.nullable().default(null),
    stages: z
      .array(stageSchema)
      .min(1)
      .max(5)
      .default([...usualStages]),
    states: z
      .array(membershipStateSchema)
      .min(1)
      .max(6)
      .default([...usualStates]),
    dueOn: civilDay,
  })
  .openapi('NewVerificationRound');
export const openRoundRoute = createRoute({
  method: 'post',
  path,
  operationId: 'openVerification',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(openRoundSchema) },
  responses: {
    201: answer(roundRecordSchema, 'Sent down the tree.'),
    ...unusable,
    ...refusedRound,
    409: refusal('An open round above or below asks about the same people.'),
  },
});

export const showRoundRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'showVerification',
  tags,
  request: { params: idParams },
  responses: { 200: answer(roundRecordSchema, "With the progress of the reader's part."), ...refusedRound },
});

export const changeRoundSchema = z
  .strictObject({
    title: title.optional(),
    question: reasonText.nullable().optional(),
    note: reasonText.nullable().optional(),
    dueOn: civilDay.optional(),
  })
  .openapi('VerificationRoundChange');
export const changeRoundRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'changeVerification',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(changeRoundSchema) },
  responses: {
    200: answer(roundRecordSchema, 'The changed round.'),
    ...unusable,
    ...refusedRound,
    409: refusal('The round is closed.'),
    412: refusal(
      'Somebody else changed it; `current` is how it is now.',
      problemSchema.extend({ current: roundRecordSchema }).openapi('StaleVerificationRound'),
    ),
    ...refusals(428),
  },
});

export const closeRoundRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/close`,
  operationId: 'closeVerification',
  tags,
  request: { params: idParams },
  responses: {
    200: answer(roundRecordSchema, 'Closed; its figures stay as they are.'),
    ...refusedRound,
    409: refusal('Closed already.'),
  },
});

export const remindSchema = z
  .strictObject({
    organizationId: z.uuid().openapi({ description: 'This node and all below it.' }),
    note: reasonText.nullable().default(null),
  })
  .openapi('VerificationReminder');
export const remindRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/remind`,
  operationId: 'remindVerification',
  tags,
  request: { params: idParams, headers: idempotencyHeader, body: jsonBody(remindSchema) },
  responses: {
    200: answer(z.object({ branches: z.number().int() }), 'How many branches were reminded.'),
    ...unusable,
    ...refusedRound,
    409: refusal('The round is closed, or nobody there is to be reminded.'),
  },
});

export const listBranchesSchema = z.object({
  ...listQueryShape,
  organizationId: z
    .uuid()
    .optional()
    .openapi({ description: "The node whose children are listed; the top of the reader's part if missing." }),
  only: z.enum(['unfinished', 'finished']).optional(),
});
export const listBranchesRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/progress`,
  operationId: 'listVerificationProgress',
  tags,
  request: { params: idParams, query: listBranchesSchema },
  responses: {
    200: answer(
      listSchema(branchProgressSchema)
        .extend({ progress: progressSchema.openapi({ description: 'Of the node itself.' }) })
        .openapi('VerificationBranchList'),
      'The nodes directly below that have anybody to answer for, each with all below it.',
    ),
    ...unusable,
    ...refusedRound,
  },
});

export const listPeopleSchema = z.object({
  ...listQueryShape,
  organizationId: z.uuid().openapi({ description: 'A branch.' }),
  answer: z.enum(['none', ...answers]).optional(),
});
export const listPeopleRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/people`,
  operationId: 'listVerificationPeople',
  tags,
  request: { params: idParams, query: listPeopleSchema },
  responses: {
    200: answer(
      listSchema(askedPersonSchema).extend({ progress: progressSchema }).openapi('AskedPersonList'),
      'The people of a branch, by name; of a closed round those who were answered for.',
    ),
    ...unusable,
    ...refusedRound,
  },
});

export const answerSchema = z
  .strictObject({
    organizationId: z.uuid().openapi({ description: 'The branch that answers.' }),
    answers: z
      .array(
        z.strictObject({
          memberId: z.uuid().toLowerCase(),
          answer: z.enum(answers),
          note: reasonText
            .nullable()
            .default(null)
            .openapi({ description: 'Required where it cannot be said.' }),
          version: z
            .number()
            .int()
            .optional()
            .openapi({ description: 'Of the record that was seen; refused when it has changed since.' }),
        }),
      )
      .min(1)
      .max(mostAnswers),
  })
  .openapi('VerificationAnswers');
export const answerRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/answers`,
  operationId: 'answerVerification',
  tags,
  request: { params: idParams, headers: idempotencyHeader, body: jsonBody(answerSchema) },
  responses: {
    200: answer(
      z.object({ answered: z.number().int(), progress: progressSchema }).openapi('VerificationAnswered'),
      'All of them at once: how many, and how far the branch has come.',
    ),
    ...unusable,
    ...refusedRound,
    409: refusal('The round is closed, or people have gone or changed meanwhile; `errors` names them.'),
  },
});
