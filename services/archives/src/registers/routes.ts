import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  idempotencyHeader,
  idParams,
  jsonBody,
  listAnswer,
  refusals,
} from '@banyan/service-kit/contract';
import { civilDay, leftKindSchema } from '../members/member-fields.ts';
import { logSearchSchema } from './register-fields.ts';
import { placeQueryShape, registerQueryShape } from './register-scope.ts';
import {
  dueActionSchema,
  dueItemSchema,
  lostItemSchema,
  lostSchema,
  reductionItemSchema,
  reductionKinds,
  registerCountsSchema,
} from './register-views.ts';
import { path, refused, refusedChange, refusedRecord, tags } from './route-parts.ts';

const unusable = refusals(400);
const { node, organizationId } = placeQueryShape;
const within = z.coerce.number().int().min(0).max(366).default(30).openapi({
  description: 'Days from today; what is overdue is always named.',
});

export const countRegistersQuery = z.object({ node, organizationId, within });
export const countRegistersRoute = createRoute({
  method: 'get',
  path: `${path}/counts`,
  operationId: 'countRegisters',
  tags,
  request: { query: countRegistersQuery },
  responses: { 200: answer(registerCountsSchema, 'Open entries by kind.'), ...unusable, ...refused },
});

export const listDueQuery = z.object({ ...placeQueryShape, within, action: dueActionSchema.optional() });
export const listDueRoute = createRoute({
  method: 'get',
  path: `${path}/due`,
  operationId: 'listRegisterDue',
  tags,
  request: { query: listDueQuery },
  responses: {
    200: listAnswer(dueItemSchema, 'RegisterDueList', 'Longest overdue first.'),
    ...unusable,
    ...refused,
  },
});

export const listLostQuery = z.object({
  ...registerQueryShape,
  state: z.enum(['out-of-contact', 'suspended']).optional(),
  sort: z.enum(['dueOn', '-lostContactOn', 'lostContactOn']).default('dueOn'),
});
export const listLostRoute = createRoute({
  method: 'get',
  path: `${path}/out-of-contact`,
  operationId: 'listLost',
  tags,
  request: { query: listLostQuery },
  responses: {
    200: listAnswer(lostItemSchema, 'LostList', 'The most urgent first.'),
    ...unusable,
    ...refused,
  },
});

const lost = `${path}/out-of-contact/{id}`;
export const showLostRoute = createRoute({
  method: 'get',
  path: lost,
  operationId: 'showLost',
  tags,
  request: { params: idParams },
  responses: { 200: answer(lostSchema, 'With the log of searches.'), ...refusedRecord },
});

export const logSearchRoute = createRoute({
  method: 'post',
  path: `${lost}/searches`,
  operationId: 'logSearch',
  tags,
  request: { params: idParams, headers: idempotencyHeader, body: jsonBody(logSearchSchema) },
  responses: { 200: answer(lostSchema, 'With the search.'), ...refusedChange },
});

export const listReductionsQuery = z.object({
  ...registerQueryShape,
  kind: z.enum(reductionKinds).optional(),
  leftKind: leftKindSchema.optional(),
  since: civilDay.optional(),
  until: civilDay.optional(),
  sort: z.enum(['-on', 'on']).default('-on'),
});
export const listReductionsRoute = createRoute({
  method: 'get',
  path: `${path}/reductions`,
  operationId: 'listReductions',
  tags,
  request: { query: listReductionsQuery },
  responses: {
    200: listAnswer(reductionItemSchema, 'ReductionList', 'Newest first.'),
    ...unusable,
    ...refused,
  },
});
