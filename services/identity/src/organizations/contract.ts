import { createRoute, z } from '@hono/zod-openapi';
import { organizationTypeSchema } from '@banyan/contracts/organization';
import { listSchema } from '@banyan/service-kit/list';
import { answer, jsonBody, refusals } from '@banyan/service-kit/contract';

const name = z.string().trim().min(1).max(120);
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{1,40}$/);
const day = z.iso.date();

export const placeSchema = z
  .object({
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-90).max(90),
    address: z.string().trim().max(200),
  })
  .openapi('Place');

export const organizationItemSchema = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    type: organizationTypeSchema,
    status: z.enum(['active', 'merged', 'dissolved']),
    sort: z.number().int(),
    memberCount: z.number().int().optional(),
    version: z.number().int(),
  })
  .openapi('OrganizationItem');
export type OrganizationItem = z.infer<typeof organizationItemSchema>;

export const organizationAbilities = ['update', 'move', 'merge', 'dissolve', 'create-below'] as const;

export const organizationSchema = organizationItemSchema
  .extend({
    parentName: z.string().nullable(),
    mergedIntoId: z.uuid().nullable(),
    establishedOn: day.nullable(),
    termEndsOn: day.nullable(),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    creditCode: z.string().nullable(),
    nature: z.string().nullable(),
    place: placeSchema.nullable(),
    abilities: z.array(z.enum(organizationAbilities)),
  })
  .openapi('Organization');
export type OrganizationView = z.infer<typeof organizationSchema>;

export const organizationChangeSchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    action: z.enum(['created', 'corrected', 'moved', 'merged', 'dissolved']),
    fields: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
    version: z.number().int(),
  })
  .openapi('OrganizationChange');

const facts = {
  name,
  shortName: z.string().trim().min(1).max(40),
  code,
  sort: z.number().int().min(0).max(1_000_000),
  establishedOn: day.nullable(),
  termEndsOn: day.nullable(),
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
    .nullable()
    .openapi({ description: 'Unified social credit code (GB 32100).' }),
  nature: z.string().trim().max(60).nullable(),
  place: placeSchema.nullable(),
};

export const createOrganizationSchema = z
  .strictObject({
    parentId: z.uuid(),
    type: organizationTypeSchema,
    name: facts.name,
    shortName: facts.shortName,
    code: facts.code,
    sort: facts.sort.default(0),
    establishedOn: facts.establishedOn.default(null),
    termEndsOn: facts.termEndsOn.default(null),
    creditCode: facts.creditCode.default(null),
    nature: facts.nature.default(null),
    place: facts.place.default(null),
  })
  .openapi('CreateOrganization');
export type CreateOrganization = z.infer<typeof createOrganizationSchema>;

export const correctOrganizationSchema = z.strictObject(facts).partial().openapi('CorrectOrganization');
export type CorrectOrganization = z.infer<typeof correctOrganizationSchema>;

export const moveOrganizationSchema = z.strictObject({ parentId: z.uuid() });
export const mergeOrganizationSchema = z.strictObject({ intoId: z.uuid() });

const params = z.object({ id: z.uuid() });
const tags = ['organizations'];
const ifMatchHeader = z.object({ 'if-match': z.string().optional() });
const one = answer(organizationSchema, 'The organization.');

export const listOrganizationsRoute = createRoute({
  method: 'get',
  path: '/api/identity/organizations',
  operationId: 'listOrganizations',
  tags,
  request: {
    query: z.object({
      node: z.uuid().optional().openapi({ description: 'See as this node: narrows to it and all below.' }),
      ended: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: 'With merged and dissolved ones.' }),
      counts: z.enum(['true', 'false']).default('false').openapi({ description: 'With memberCount.' }),
    }),
  },
  responses: {
    200: answer(
      listSchema(organizationItemSchema),
      'The part of the tree in reach, flat and in order of path. A node whose parent is absent is a root.',
    ),
    ...refusals(400, 401, 403),
  },
});

export const readOrganizationRoute = createRoute({
  method: 'get',
  path: '/api/identity/organizations/{id}',
  operationId: 'readOrganization',
  tags,
  request: { params },
  responses: { 200: one, ...refusals(401, 403, 404) },
});

export const listOrganizationHistoryRoute = createRoute({
  method: 'get',
  path: '/api/identity/organizations/{id}/history',
  operationId: 'listOrganizationHistory',
  tags,
  request: { params },
  responses: {
    200: answer(listSchema(organizationChangeSchema), 'What happened to it, newest first, at most 200.'),
    ...refusals(401, 403, 404),
  },
});

export const createOrganizationRoute = createRoute({
  method: 'post',
  path: '/api/identity/organizations',
  operationId: 'createOrganization',
  tags,
  request: { body: jsonBody(createOrganizationSchema) },
  responses: { 201: one, ...refusals(400, 401, 403, 404, 409) },
});

export const correctOrganizationRoute = createRoute({
  method: 'patch',
  path: '/api/identity/organizations/{id}',
  operationId: 'correctOrganization',
  tags,
  request: { params, headers: ifMatchHeader, body: jsonBody(correctOrganizationSchema) },
  responses: { 200: one, ...refusals(400, 401, 403, 404, 409, 412, 428) },
});

export const moveOrganizationRoute = createRoute({
  method: 'post',
  path: '/api/identity/organizations/{id}/move',
  operationId: 'moveOrganization',
  tags,
  request: { params, body: jsonBody(moveOrganizationSchema) },
  responses: { 200: one, ...refusals(400, 401, 403, 404, 409) },
});

export const mergeOrganizationRoute = createRoute({
  method: 'post',
  path: '/api/identity/organizations/{id}/merge',
  operationId: 'mergeOrganization',
  tags,
  request: { params, body: jsonBody(mergeOrganizationSchema) },
  responses: { 200: one, ...refusals(400, 401, 403, 404, 409) },
});

export const dissolveOrganizationRoute = createRoute({
  method: 'post',
  path: '/api/identity/organizations/{id}/dissolve',
  operationId: 'dissolveOrganization',
  tags,
  request: { params },
  responses: { 200: one, ...refusals(401, 403, 404, 409) },
});
