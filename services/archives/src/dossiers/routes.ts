import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  fileAnswer,
  idParams,
  jsonBody,
  listAnswer,
  versionHeader,
} from '@banyan/service-kit/contract';
import { stageSchema } from '@banyan/contracts/person';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { reasonText } from '../members/member-fields.ts';
import { marks } from './dossier.ts';
import { branchDossiersSchema, dossierGapSchema, dossierSchema } from './dossier-views.ts';
import { refused, refusedEdit, refusedRecord, tags, unusable } from './route-parts.ts';

export const showDossierRoute = createRoute({
  method: 'get',
  path: '/api/archives/members/{id}/dossier',
  operationId: 'showDossier',
  tags,
  request: { params: idParams },
  responses: { 200: answer(dossierSchema, 'What it is to hold, and what it holds.'), ...refusedRecord },
});

export const markItemSchema = z
  .strictObject({
    item: z.string().max(60),
    mark: z.enum(marks).nullable().openapi({ description: 'Null: the files say it.' }),
    note: reasonText.nullable().default(null).openapi({
      description: 'Required for `not-needed`, `partial`, and `complete` without a file.',
    }),
  })
  .openapi('DossierMark');
export const markItemRoute = createRoute({
  method: 'patch',
  path: '/api/archives/members/{id}/dossier',
  operationId: 'markDossierItem',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(markItemSchema) },
  responses: { 200: answer(dossierSchema, 'The dossier with the item marked.'), ...refusedEdit },
});

export const archiveDossierRoute = createRoute({
  method: 'get',
  path: '/api/archives/members/{id}/dossier.zip',
  operationId: 'archiveDossier',
  tags,
  request: { params: idParams },
  responses: {
    200: fileAnswer('application/zip', 'Every file under its item, with an index as a table and as text.'),
    ...refusedRecord,
  },
});

const place = {
  node: listQueryShape.node,
  organizationId: z.uuid().optional().openapi({ description: 'This node and all below it.' }),
};
export const listDossiersSchema = z.object({
  ...listQueryShape,
  ...place,
  stage: stageSchema.optional(),
  gaps: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .openapi({ type: 'string', enum: ['true', 'false'], description: 'Only people who lack something.' }),
  item: z.string().max(60).optional().openapi({ description: 'Only people who lack this item.' }),
});
export type ListDossiersQuery = z.infer<typeof listDossiersSchema>;
export const listDossiersRoute = createRoute({
  method: 'get',
  path: '/api/archives/dossiers',
  operationId: 'listDossiers',
  tags,
  request: { query: listDossiersSchema },
  responses: {
    200: listAnswer(dossierGapSchema, 'DossierGapList', 'People on the roll, by name.'),
    ...unusable,
    ...refused,
  },
});

export const countDossiersSchema = z.object({ ...listQueryShape, ...place });
export const countDossiersRoute = createRoute({
  method: 'get',
  path: '/api/archives/dossiers/branches',
  operationId: 'countDossiers',
  tags,
  request: { query: countDossiersSchema },
  responses: {
    200: answer(
      listSchema(branchDossiersSchema)
        .extend({ whole: branchDossiersSchema.omit({ organizationId: true, organizationName: true }) })
        .openapi('BranchDossiersList'),
      'Branches with people, the most gaps first; `whole` is all of them together.',
    ),
    ...unusable,
    ...refused,
  },
});
