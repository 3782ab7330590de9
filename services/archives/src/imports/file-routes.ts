import { createRoute } from '@hono/zod-openapi';
import { fileAnswer, idParams } from '@banyan/service-kit/contract';
import { mediaTypes } from '../exports/file-response.ts';
import { path, refusedImport, refusedNow, tags } from './route-parts.ts';
import { startQuerySchema } from './routes.ts';

export const markedFileRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/marked.xlsx`,
  operationId: 'downloadMarkedImport',
  tags,
  request: { params: idParams },
  responses: {
    200: fileAnswer(
      mediaTypes.xlsx,
      'The rows that are wrong, their cells marked, to be corrected and uploaded again.',
    ),
    ...refusedImport,
    ...refusedNow,
  },
});

export const resultWorkbookRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/result.xlsx`,
  operationId: 'downloadImportResult',
  tags,
  request: { params: idParams },
  responses: {
    200: fileAnswer(mediaTypes.xlsx, 'What became of each row.'),
    ...refusedImport,
    ...refusedNow,
  },
});

export const resultTextRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/result.csv`,
  operationId: 'downloadImportResultText',
  tags,
  request: { params: idParams },
  responses: { 200: fileAnswer(mediaTypes.csv, 'What became of each row.'), ...refusedImport, ...refusedNow },
});

export const templateRoute = createRoute({
  method: 'get',
  path: `${path}/template.xlsx`,
  operationId: 'downloadImportTemplate',
  tags,
  request: { query: startQuerySchema },
  responses: {
    200: fileAnswer(
      mediaTypes.xlsx,
      'An empty roster with the branches in scope, lists to choose from and notes.',
    ),
    ...refusedImport,
  },
});
