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
import { stageSchema } from '@banyan/contracts/person';
import { listSchema } from '@banyan/service-kit/list';
import { problemSchema } from '@banyan/service-kit/problem';
import { fieldKinds } from './custom-field.ts';
import { customFieldSchema, customKeySchema, listAbilities } from './field-views.ts';

const path = '/api/archives/fields';
const tags = ['fields'];

const refused = refusals(401, 403, 404);
const refusedChange = { ...refusals(400), ...refused };
const stale = {
  412: refusal(
    'Somebody else changed the field; `current` is how it is now.',
    problemSchema.extend({ current: customFieldSchema }).openapi('StaleField'),
  ),
  ...refusals(428),
};

export const listFieldsQuerySchema = z.object({
  organizationId: z.uuid().optional().openapi({
    description:
      'What people there have: its own fields and those of all above. Without it, of anybody in my scope.',
  }),
  memberId: z.uuid().optional().openapi({ description: 'What this person has, where the person is.' }),
  below: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'Also the fields that organizations below have of their own.' }),
});
export const listFieldsRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listFields',
  tags,
  request: { query: listFieldsQuerySchema },
  responses: {
    200: answer(
      listSchema(customFieldSchema)
        .extend({ abilities: z.array(z.enum(listAbilities)) })
        .openapi('CustomFieldList'),
      'From the top of the tree down, in order. Archived ones too, marked.',
    ),
    ...refusals(400),
    ...refused,
  },
});

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !/\p{Cc}/u.test(value), 'One line, no control characters.');
const finite = z.number().min(-1e12).max(1e12);

export const optionInputSchema = z.strictObject({
  value: customKeySchema,
  labelZh: line(60),
  labelEn: line(60).nullable().default(null),
  retired: z.boolean().default(false),
});
const changeable = {
  labelZh: line(30),
  labelEn: line(60).nullable(),
  help: line(200).nullable(),
  required: z.boolean(),
  stages: z.array(stageSchema).max(5),
  unit: line(12).nullable().openapi({ description: 'Of a number: 元, kg.' }),
  minimum: finite.nullable(),
  maximum: finite.nullable(),
  options: z
    .array(optionInputSchema)
    .max(100)
    .openapi({ description: 'Of a list. A choice that is left out is retired.' }),
};
const optional = z.strictObject(changeable).partial().shape;

export const createFieldSchema = z
  .strictObject({
    ...optional,
    organizationId: z.uuid(),
    key: customKeySchema.openapi({ description: 'Stable; one in the whole enterprise.' }),
    kind: z.enum(fieldKinds),
    labelZh: changeable.labelZh,
  })
  .openapi('NewField');
export const createFieldRoute = createRoute({
  method: 'post',
  path,
  operationId: 'createField',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(createFieldSchema) },
  responses: {
    201: answer(customFieldSchema, 'All below the organization have it.'),
    ...refusedChange,
    409: refusal('The key is taken, or there are too many fields.'),
  },
});

export const correctFieldSchema = z.strictObject(optional).openapi('FieldCorrection');
export const correctFieldRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'correctField',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(correctFieldSchema) },
  responses: { 200: answer(customFieldSchema, 'The corrected field.'), ...refusedChange, ...stale },
});

export const archiveFieldRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/archive`,
  operationId: 'archiveField',
  tags,
  request: { params: idParams },
  responses: { 200: answer(customFieldSchema, 'No longer shown or asked for; values are kept.'), ...refused },
});
export const restoreFieldRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/restore`,
  operationId: 'restoreField',
  tags,
  request: { params: idParams },
  responses: { 200: answer(customFieldSchema, 'In use again, with the values that it had.'), ...refused },
});

export const fieldUsageRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/usage`,
  operationId: 'showFieldUsage',
  tags,
  request: { params: idParams },
  responses: {
    200: answer(
      z.object({ records: z.number().int() }).openapi('FieldUsage'),
      'How many records carry a value.',
    ),
    ...refused,
  },
});

export const orderFieldsSchema = z
  .strictObject({ organizationId: z.uuid(), ids: z.array(z.uuid()).min(1).max(100) })
  .openapi('FieldOrder');
export const orderFieldsRoute = createRoute({
  method: 'post',
  path: `${path}/order`,
  operationId: 'orderFields',
  tags,
  request: { body: jsonBody(orderFieldsSchema) },
  responses: {
    200: listAnswer(customFieldSchema, 'OrderedFields', 'The fields of the organization, as ordered.'),
    ...refusedChange,
  },
});
