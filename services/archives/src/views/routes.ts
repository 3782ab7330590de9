import { createRoute, z } from '@hono/zod-openapi';
import { answer, idParams, jsonBody, listAnswer, refusal, refusals } from '@banyan/service-kit/contract';
import { problemSchema } from '@banyan/service-kit/problem';
import { viewAbilities } from './view-policy.ts';

const path = '/api/archives/views';
const tags = ['views'];

/** Names of lists, filters, sorts and columns are the console's: whatever is not known there any more is passed over. */
const word = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9.-]*$/);
const listName = word.openapi({ example: 'archives.members' });
const columnKeys = z.array(word).max(100);
const face = {
  filters: z
    .record(word, z.string().max(200))
    .refine((filters) => Object.keys(filters).length <= 30, 'Too many filters.')
    .openapi({ description: 'Filters as they stand in the address of the list.' }),
  sort: z
    .string()
    .max(60)
    .regex(/^-?[A-Za-z][A-Za-z0-9.-]*$/)
    .nullable(),
  columns: z.strictObject({ order: columnKeys, hidden: columnKeys }).nullable(),
};
const name = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .refine((value) => !/\p{Cc}/u.test(value), 'One line, no control characters.');
const sharedWith = z
  .uuid()
  .nullable()
  .openapi({ description: 'Shared with this organization and all below; null for oneself alone.' });

export const savedViewSchema = z
  .object({
    id: z.uuid(),
    list: z.string(),
    name: z.string(),
    organizationId: sharedWith,
    organizationName: z.string().nullable(),
    filters: z.record(z.string(), z.string()),
    sort: z.string().nullable(),
    columns: z.object({ order: z.array(z.string()), hidden: z.array(z.string()) }).nullable(),
    isDefault: z.boolean().openapi({ description: 'Opens first, for this reader.' }),
    version: z.number().int(),
    abilities: z.array(z.enum(viewAbilities)),
  })
  .openapi('SavedView');
export type ViewAnswer = z.infer<typeof savedViewSchema>;

const refused = refusals(401, 403);
const refusedView = refusals(401, 403, 404);
const refusedChange = { ...refusals(400), ...refusedView };

export const listViewsQuerySchema = z.object({ list: listName, node: z.uuid().optional() });
export const listViewsRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listViews',
  tags,
  request: { query: listViewsQuerySchema },
  responses: {
    200: listAnswer(savedViewSchema, 'SavedViewList', 'In the order of the reader.'),
    ...refusals(400),
    ...refused,
  },
});

export const createViewSchema = z
  .strictObject({ list: listName, name, organizationId: sharedWith.default(null), ...face })
  .openapi('NewView');
export const createViewRoute = createRoute({
  method: 'post',
  path,
  operationId: 'createView',
  tags,
  request: {
    headers: z.object({ 'idempotency-key': z.string().max(200).optional() }),
    body: jsonBody(createViewSchema),
  },
  responses: {
    201: answer(savedViewSchema, 'Saved.'),
    ...refusedChange,
    409: refusal('There are as many as a list has room for.'),
  },
});

export const correctViewSchema = z
  .strictObject({ name, organizationId: sharedWith, ...face })
  .partial()
  .openapi('ViewCorrection');
export const correctViewRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'correctView',
  tags,
  request: {
    params: idParams,
    headers: z.object({ 'if-match': z.string().openapi({ example: '"3"' }) }),
    body: jsonBody(correctViewSchema),
  },
  responses: {
    200: answer(savedViewSchema, 'Changed for everybody who has it.'),
    ...refusedChange,
    412: refusal(
      'Somebody else changed the view; `current` is how it is now.',
      problemSchema.extend({ current: savedViewSchema }).openapi('StaleView'),
    ),
    ...refusals(428),
  },
});

export const removeViewRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  operationId: 'removeView',
  tags,
  request: { params: idParams },
  responses: { 204: { description: 'Gone; it can be restored for thirty days.' }, ...refusedView },
});
export const restoreViewRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/restore`,
  operationId: 'restoreView',
  tags,
  request: { params: idParams },
  responses: { 200: answer(savedViewSchema, 'There again.'), ...refusedView },
});

export const preferencesSchema = z
  .strictObject({
    list: listName,
    defaultViewId: z.uuid().nullable().openapi({ description: 'Opens first; null for none.' }),
    ordered: z
      .array(z.uuid())
      .max(200)
      .openapi({ description: 'Ids of views, mine and shared, in my order.' }),
  })
  .openapi('ViewPreferences');
export const preferViewsRoute = createRoute({
  method: 'put',
  path: '/api/archives/view-preferences',
  operationId: 'preferViews',
  tags,
  request: { body: jsonBody(preferencesSchema) },
  responses: {
    200: answer(preferencesSchema, 'Of the reader alone.'),
    ...refusals(400),
    ...refused,
  },
});
