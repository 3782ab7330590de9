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
import { problemSchema } from '@banyan/service-kit/problem';
import { refusedUnmasking } from '../members/routes.ts';
import {
  closeFloatingSchema,
  correctFloatingSchema,
  logContactSchema,
  registerInflowSchema,
  registerOutflowSchema,
  unmaskFloatingSchema,
} from './register-fields.ts';
import { registerQueryShape } from './register-scope.ts';
import { floatingItemSchema, floatingSchema, unmaskedFloatingSchema } from './register-views.ts';
import { path, refused, refusedChange, refusedRecord, tags } from './route-parts.ts';

const entry = `${path}/floating/{id}`;

export const listFloatingQuery = z.object({
  ...registerQueryShape,
  direction: z
    .enum(['out', 'in'])
    .default('out')
    .openapi({ description: 'Ours who are away, or people of elsewhere who are with us.' }),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  abroad: z.enum(['yes', 'no']).optional(),
  sort: z.enum(['-since', 'since', 'expectedReturnOn', 'lastContactOn']).default('-since'),
});

export const listFloatingRoute = createRoute({
  method: 'get',
  path: `${path}/floating`,
  operationId: 'listFloating',
  tags,
  request: { query: listFloatingQuery },
  responses: {
    200: listAnswer(floatingItemSchema, 'FloatingList', 'Open entries unless asked otherwise.'),
    ...refusals(400),
    ...refused,
  },
});

export const showFloatingRoute = createRoute({
  method: 'get',
  path: entry,
  operationId: 'showFloating',
  tags,
  request: { params: idParams },
  responses: { 200: answer(floatingSchema, 'The entry, its version as ETag.'), ...refusedRecord },
});

export const registerOutflowRoute = createRoute({
  method: 'post',
  path: `${path}/outflows`,
  operationId: 'registerOutflow',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(registerOutflowSchema) },
  responses: { 201: answer(floatingSchema, 'Registered as away.'), ...refusedChange },
});

export const registerInflowRoute = createRoute({
  method: 'post',
  path: `${path}/inflows`,
  operationId: 'registerInflow',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(registerInflowSchema) },
  responses: { 201: answer(floatingSchema, 'Registered as with us.'), ...refusedChange },
});

const stale = refusal(
  'Somebody else changed the entry; `current` is how it is now.',
  problemSchema.extend({ current: floatingSchema, changed: z.array(z.string()) }).openapi('StaleFloating'),
);

export const correctFloatingRoute = createRoute({
  method: 'patch',
  path: entry,
  operationId: 'correctFloating',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(correctFloatingSchema) },
  responses: { 200: answer(floatingSchema, 'The corrected entry.'), ...refusedChange, 412: stale },
});

export const logContactRoute = createRoute({
  method: 'post',
  path: `${entry}/contacts`,
  operationId: 'logFloatingContact',
  tags,
  request: { params: idParams, headers: idempotencyHeader, body: jsonBody(logContactSchema) },
  responses: { 200: answer(floatingSchema, 'With the contact.'), ...refusedChange },
});

export const closeFloatingRoute = createRoute({
  method: 'post',
  path: `${entry}/close`,
  operationId: 'closeFloating',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(closeFloatingSchema) },
  responses: { 200: answer(floatingSchema, 'Closed.'), ...refusedChange, 412: stale },
});

export const unmaskFloatingRoute = createRoute({
  method: 'post',
  path: `${entry}/unmask`,
  operationId: 'unmaskFloating',
  tags,
  request: { params: idParams, body: jsonBody(unmaskFloatingSchema) },
  responses: {
    200: answer(
      unmaskedFloatingSchema,
      'Plain values of the fields asked for. The act is on the audit trail.',
    ),
    ...refusedChange,
    ...refusedUnmasking,
  },
});
