import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  idempotencyHeader,
  idParams,
  jsonBody,
  listAnswer,
  refusal,
  versionHeader,
} from '@banyan/service-kit/contract';
import { stageSchema } from '@banyan/contracts/person';
import { listQueryShape } from '@banyan/service-kit/list';
import { dossierExtraSchema } from './dossier-views.ts';
import { refused, refusedEdit, refusedRecord, tags, unusable } from './route-parts.ts';

export const listExtrasSchema = z.object({ node: listQueryShape.node });
export const listExtrasRoute = createRoute({
  method: 'get',
  path: '/api/archives/dossier-extras',
  operationId: 'listDossierExtras',
  tags,
  request: { query: listExtrasSchema },
  responses: {
    200: listAnswer(dossierExtraSchema, 'DossierExtraList', 'Of my scope and of the nodes above it.'),
    ...unusable,
    ...refused,
  },
});

const extraFields = {
  name: z.string().trim().min(1).max(60),
  hint: z.string().trim().max(200).nullable(),
  stage: stageSchema.meta({ description: 'From which stage on it is required.' }),
  least: z.number().int().min(1).max(20).openapi({ description: 'So many files make it complete.' }),
};
export const defineExtraSchema = z
  .strictObject({
    organizationId: z.uuid(),
    name: extraFields.name,
    hint: extraFields.hint.default(null),
    stage: extraFields.stage.default('full'),
    least: extraFields.least.default(1),
  })
  .openapi('NewDossierExtra');
export const defineExtraRoute = createRoute({
  method: 'post',
  path: '/api/archives/dossier-extras',
  operationId: 'defineDossierExtra',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(defineExtraSchema) },
  responses: {
    201: answer(dossierExtraSchema, 'Asked for from now on.'),
    ...unusable,
    ...refusedRecord,
    409: refusal('The node asks for something of this name already.'),
  },
});

export const correctExtraSchema = z.strictObject(extraFields).partial().openapi('DossierExtraCorrection');
export const correctExtraRoute = createRoute({
  method: 'patch',
  path: '/api/archives/dossier-extras/{id}',
  operationId: 'correctDossierExtra',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(correctExtraSchema) },
  responses: { 200: answer(dossierExtraSchema, 'As it is from now on.'), ...refusedEdit },
});

export const retireExtraRoute = createRoute({
  method: 'delete',
  path: '/api/archives/dossier-extras/{id}',
  operationId: 'retireDossierExtra',
  tags,
  request: { params: idParams, headers: versionHeader },
  responses: { 204: { description: 'Asked for no more; what was filed under it stays.' }, ...refusedEdit },
});
