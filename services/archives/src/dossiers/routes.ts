import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  fileAnswer,
  idParams,
  idempotencyHeader,
  jsonBody,
  refusal,
  refusals,
  versionHeader,
} from '@banyan/service-kit/contract';
import { stageSchema } from '@banyan/contracts/person';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { reasonText } from '../members/member-fields.ts';
import { marks } from './dossier.ts';
import {
  branchDossiersSchema,
  dossierExtraSchema,
  dossierFileSchema,
  dossierGapSchema,
  dossierSchema,
  fileLinkSchema,
} from './dossier-views.ts';

const tags = ['dossiers'];

const refused = refusals(401, 403);
const refusedRecord = refusals(401, 403, 404);
const unusable = refusals(400);
const refusedEdit = {
  ...unusable,
  ...refusedRecord,
  409: refusal('What is stored does not allow it.'),
  412: refusal('Somebody else changed it; `current` is how it is now.'),
  ...refusals(428),
};
const refusedFile = {
  ...unusable,
  ...refusedRecord,
  413: refusal('Larger than a file or a part of one may be.'),
  415: refusal('Of a type that is not kept, not what its name says, or infected.'),
};

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

export const uploadFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/members/{id}/dossier/files',
  operationId: 'uploadDossierFile',
  tags,
  description:
    'A file in one request. Larger ones are sent in parts by the tus protocol at `/api/archives/uploads`.',
  request: {
    params: idParams,
    headers: idempotencyHeader,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ item: z.string(), file: z.string().openapi({ format: 'binary' }) }),
        },
      },
    },
  },
  responses: { 201: answer(dossierFileSchema, 'Filed.'), ...refusedFile },
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

export const downloadQuerySchema = z.object({
  as: z.enum(['download', 'view']).default('download').openapi({
    description: 'Pictures are shown in place with `view`; everything else is saved all the same.',
  }),
});
export const downloadFileRoute = createRoute({
  method: 'get',
  path: '/api/archives/dossier-files/{id}',
  operationId: 'downloadDossierFile',
  tags,
  request: { params: idParams, query: downloadQuerySchema },
  responses: {
    200: fileAnswer('application/octet-stream', 'The content. The read is audited.'),
    ...refusedRecord,
  },
});

export const linkFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/dossier-files/{id}/link',
  operationId: 'linkDossierFile',
  tags,
  request: { params: idParams, query: downloadQuerySchema },
  responses: { 200: answer(fileLinkSchema, 'An address for a few minutes.'), ...refusedRecord },
});

export const followLinkRoute = createRoute({
  method: 'get',
  path: '/api/archives/file-links/{token}',
  operationId: 'followFileLink',
  tags,
  request: { params: z.object({ token: z.string() }) },
  responses: {
    200: fileAnswer('application/octet-stream', 'The content. The read is audited.'),
    403: refusal('Its minutes are over, or the access.'),
    404: refusal('No such address, or no such file any more.'),
  },
});

export const removeFileRoute = createRoute({
  method: 'delete',
  path: '/api/archives/dossier-files/{id}',
  operationId: 'removeDossierFile',
  tags,
  request: { params: idParams },
  responses: {
    200: answer(dossierSchema, 'The dossier without it; it can be brought back for 30 days.'),
    ...refusedRecord,
    409: refusal('It was removed already.'),
  },
});

export const restoreFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/dossier-files/{id}/restore',
  operationId: 'restoreDossierFile',
  tags,
  request: { params: idParams },
  responses: {
    200: answer(dossierSchema, 'The dossier with it.'),
    ...refusedRecord,
    409: refusal('It was not removed.'),
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
    200: answer(listSchema(dossierGapSchema).openapi('DossierGapList'), 'People on the roll, by name.'),
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

export const listExtrasSchema = z.object({ node: listQueryShape.node });
export const listExtrasRoute = createRoute({
  method: 'get',
  path: '/api/archives/dossier-extras',
  operationId: 'listDossierExtras',
  tags,
  request: { query: listExtrasSchema },
  responses: {
    200: answer(
      listSchema(dossierExtraSchema).openapi('DossierExtraList'),
      'Of my scope and of the nodes above it.',
    ),
    ...unusable,
    ...refused,
  },
});

const extraFields = {
  name: z.string().trim().min(1).max(60),
  hint: z.string().trim().max(200).nullable(),
  stage: stageSchema.openapi({ description: 'From which stage on it is required.' }),
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

const tus = z.object({ 'tus-resumable': z.string().openapi({ example: '1.0.0' }) });
export const startUploadRoute = createRoute({
  method: 'post',
  path: '/api/archives/uploads',
  operationId: 'startUpload',
  tags,
  description:
    'tus 1.0.0 with creation, creation-with-upload, termination and expiration. Upload-Metadata: `memberId`, `item`, `filename`, and `fingerprint` by which the sender knows the file again.',
  request: { headers: tus },
  responses: { 201: { description: 'Announced; Location is where its parts go.' }, ...refusedFile },
});
export const continueUploadRoute = createRoute({
  method: 'patch',
  path: '/api/archives/uploads/{id}',
  operationId: 'continueUpload',
  tags,
  description:
    'The next part, from `Upload-Offset` on, of 8 MiB at the most. The last one files the content.',
  request: {
    params: idParams,
    headers: tus,
    body: {
      required: true,
      content: { 'application/offset+octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: {
    204: { description: 'Taken; Upload-Offset is how far it is.' },
    ...refusedFile,
    409: refusal('It is not there yet, or further already.'),
  },
});
export const endUploadRoute = createRoute({
  method: 'delete',
  path: '/api/archives/uploads/{id}',
  operationId: 'endUpload',
  tags,
  request: { params: idParams, headers: tus },
  responses: { 204: { description: 'Given up.' }, ...refusedRecord },
});
