import { createRoute, z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { problemSchema } from '@banyan/service-kit/problem';
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

function refusal(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}
function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}
function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}
function content(type: string, description: string) {
  return { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } };
}

const refused = {
  401: refusal('There is no session.'),
  403: refusal('The permission is held nowhere.'),
};
const refusedRecord = { ...refused, 404: refusal('Unknown, or out of scope.') };
const unusable = { 400: refusal('Values that cannot be used; `errors` names them.') };
const refusedEdit = {
  ...unusable,
  ...refusedRecord,
  409: refusal('What is stored does not allow it.'),
  412: refusal('Somebody else changed it; `current` is how it is now.'),
  428: refusal('If-Match is missing.'),
};
const refusedFile = {
  ...unusable,
  ...refusedRecord,
  413: refusal('Larger than a file or a part of one may be.'),
  415: refusal('Of a type that is not kept, not what its name says, or infected.'),
};
const id = z.object({ id: z.uuid() });
const version = z.object({
  'if-match': z.string().openapi({ description: 'The version that was read.', example: '"3"' }),
});
const idempotent = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'A repeated request changes nothing.' }),
});

export const showDossierRoute = createRoute({
  method: 'get',
  path: '/api/archives/members/{id}/dossier',
  operationId: 'showDossier',
  tags,
  request: { params: id },
  responses: { 200: json(dossierSchema, 'What it is to hold, and what it holds.'), ...refusedRecord },
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
  request: { params: id, headers: version, body: body(markItemSchema) },
  responses: { 200: json(dossierSchema, 'The dossier with the item marked.'), ...refusedEdit },
});

export const uploadFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/members/{id}/dossier/files',
  operationId: 'uploadDossierFile',
  tags,
  description:
    'A file in one request. Larger ones are sent in parts by the tus protocol at `/api/archives/uploads`.',
  request: {
    params: id,
    headers: idempotent,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ item: z.string(), file: z.string().openapi({ format: 'binary' }) }),
        },
      },
    },
  },
  responses: { 201: json(dossierFileSchema, 'Filed.'), ...refusedFile },
});

export const archiveDossierRoute = createRoute({
  method: 'get',
  path: '/api/archives/members/{id}/dossier.zip',
  operationId: 'archiveDossier',
  tags,
  request: { params: id },
  responses: {
    200: content('application/zip', 'Every file under its item, with an index as a table and as text.'),
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
  request: { params: id, query: downloadQuerySchema },
  responses: {
    200: content('application/octet-stream', 'The content. The read is audited.'),
    ...refusedRecord,
  },
});

export const linkFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/dossier-files/{id}/link',
  operationId: 'linkDossierFile',
  tags,
  request: { params: id, query: downloadQuerySchema },
  responses: { 200: json(fileLinkSchema, 'An address for a few minutes.'), ...refusedRecord },
});

export const followLinkRoute = createRoute({
  method: 'get',
  path: '/api/archives/file-links/{token}',
  operationId: 'followFileLink',
  tags,
  request: { params: z.object({ token: z.string() }) },
  responses: {
    200: content('application/octet-stream', 'The content. The read is audited.'),
    403: refusal('Its minutes are over, or the access.'),
    404: refusal('No such address, or no such file any more.'),
  },
});

export const removeFileRoute = createRoute({
  method: 'delete',
  path: '/api/archives/dossier-files/{id}',
  operationId: 'removeDossierFile',
  tags,
  request: { params: id },
  responses: {
    200: json(dossierSchema, 'The dossier without it; it can be brought back for 30 days.'),
    ...refusedRecord,
    409: refusal('It was removed already.'),
  },
});

export const restoreFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/dossier-files/{id}/restore',
  operationId: 'restoreDossierFile',
  tags,
  request: { params: id },
  responses: {
    200: json(dossierSchema, 'The dossier with it.'),
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
    200: json(listSchema(dossierGapSchema).openapi('DossierGapList'), 'People on the roll, by name.'),
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
    200: json(
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
    200: json(
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
  request: { headers: idempotent, body: body(defineExtraSchema) },
  responses: {
    201: json(dossierExtraSchema, 'Asked for from now on.'),
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
  request: { params: id, headers: version, body: body(correctExtraSchema) },
  responses: { 200: json(dossierExtraSchema, 'As it is from now on.'), ...refusedEdit },
});

export const retireExtraRoute = createRoute({
  method: 'delete',
  path: '/api/archives/dossier-extras/{id}',
  operationId: 'retireDossierExtra',
  tags,
  request: { params: id, headers: version },
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
    params: id,
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
  request: { params: id, headers: tus },
  responses: { 204: { description: 'Given up.' }, ...refusedRecord },
});
