import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  fileAnswer,
  idParams,
  idempotencyHeader,
  refusal,
  refusals,
} from '@banyan/service-kit/contract';
import { dossierFileSchema, dossierSchema, fileLinkSchema } from './dossier-views.ts';
import { refusedRecord, tags, unusable } from './route-parts.ts';

const refusedFile = {
  ...unusable,
  ...refusedRecord,
  413: refusal('Larger than a file or a part of one may be.'),
  415: refusal('Of a type that is not kept, not what its name says, or infected.'),
};

const content = fileAnswer('application/octet-stream', 'The content. The read is audited.');

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
    200: content,
    ...refusedRecord,
  },
});

export const linkFileRoute = createRoute({
  method: 'post',
  path: '/api/archives/dossier-files/{id}/link',
  operationId: 'linkDossierFile',
  tags,
  description: 'The address opens in the session that asked for it, while that lasts, and nowhere else.',
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
    200: content,
    ...refusals(401),
    403: refusal('Its minutes are over, or the access.'),
    404: refusal('No such address in this session, or no such file any more.'),
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
