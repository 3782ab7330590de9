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
import { listQueryShape } from '@banyan/service-kit/list';
import { rowFilters } from './import-fields.ts';
import {
  columnFieldSchema,
  defaultsSchema,
  importModeSchema,
  importRowSchema,
  importSchema,
  importStatusSchema,
  importSummarySchema,
} from './import-views.ts';
import {
  path,
  refused,
  refusedImport,
  refusedNow,
  refusedValues,
  refusedVersion,
  tags,
} from './route-parts.ts';

/** The long work has begun; `Location` says where its progress is. */
function begun(description: string) {
  return {
    description,
    headers: z.object({ location: z.string() }),
    content: { 'application/json': { schema: importSchema } },
  };
}

const importRow = z.object({ id: z.uuid(), row: z.string().regex(/^\d{1,7}$/) });

export const startQuerySchema = z.object({
  organizationId: z.uuid().optional().openapi({
    description: 'The organization whose people the file names; without it, the topmost one in scope.',
  }),
});
export const startImportRoute = createRoute({
  method: 'post',
  path,
  operationId: 'startImport',
  tags,
  request: {
    query: startQuerySchema,
    headers: idempotencyHeader,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z.string().openapi({ format: 'binary', description: '.xlsx or .csv, 50 MiB at the most.' }),
            mode: importModeSchema.optional().openapi({ description: '`both` unless said otherwise.' }),
          }),
        },
      },
    },
  },
  responses: {
    202: begun('Being read and checked.'),
    ...refusedValues,
    ...refusedImport,
    409: refusal('The same file is being imported already; `importId` says where.'),
    413: refusal('Larger than 50 MiB.'),
    415: refusal('Not a roster that can be read; `code` says what it is.'),
  },
});

export const listImportsQuerySchema = z.object({ ...listQueryShape, status: importStatusSchema.optional() });
export const listImportsRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listImports',
  tags,
  request: { query: listImportsQuerySchema },
  responses: {
    200: listAnswer(importSummarySchema, 'ImportList', 'Who imported what and when; newest first.'),
    ...refusedValues,
    ...refused,
  },
});

export const showImportRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'showImport',
  tags,
  request: { params: idParams },
  responses: { 200: answer(importSchema, 'Where it stands.'), ...refusedImport },
});

export const mapColumnsSchema = z
  .strictObject({
    columns: z
      .array(z.strictObject({ index: z.number().int().min(0), field: columnFieldSchema.nullable() }))
      .max(200)
      .optional()
      .openapi({ description: 'Columns that are not named keep their field.' }),
    defaults: defaultsSchema.optional(),
    mode: importModeSchema.optional(),
    sheet: z.string().max(100).optional().openapi({ description: 'Another sheet: the file is read again.' }),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
    headingFrom: z.number().int().min(1).max(100).optional(),
    headingTo: z.number().int().min(1).max(100).optional(),
  })
  .openapi('ImportMapping');
export const mapColumnsRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}/mapping`,
  operationId: 'mapImportColumns',
  tags,
  request: { params: idParams, headers: versionHeader, body: jsonBody(mapColumnsSchema) },
  responses: {
    202: begun('All rows are being checked anew; corrections are kept.'),
    ...refusedValues,
    ...refusedImport,
    ...refusedNow,
    ...refusedVersion,
  },
});

export const rowsQuerySchema = z.object({
  page: listQueryShape.page,
  pageSize: listQueryShape.pageSize,
  filter: z.enum(rowFilters).default('all').openapi({ description: '`changed` means added or updated.' }),
  code: z.string().max(60).optional().openapi({ description: 'Rows with this error or warning.' }),
});
export const listRowsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/rows`,
  operationId: 'listImportRows',
  tags,
  request: { params: idParams, query: rowsQuerySchema },
  responses: {
    200: listAnswer(importRowSchema, 'ImportRowList', 'In the order of the file.'),
    ...refusedValues,
    ...refusedImport,
  },
});

export const correctRowSchema = z
  .strictObject({
    cells: z.partialRecord(columnFieldSchema, z.string().max(2_000)).openapi({
      description: 'Texts as they should have been in the file. Columns the file lacks may be given as well.',
    }),
  })
  .openapi('ImportRowCorrection');
export const correctRowRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}/rows/{row}`,
  operationId: 'correctImportRow',
  tags,
  request: { params: importRow, headers: versionHeader, body: jsonBody(correctRowSchema) },
  responses: {
    200: answer(importRowSchema, 'The row, checked again, and with it the rows that it duplicated.'),
    ...refusedValues,
    ...refusedImport,
    ...refusedNow,
    ...refusedVersion,
  },
});

export const commitImportSchema = z
  .strictObject({
    skipInvalid: z.boolean().default(false).openapi({ description: 'Leave out the rows that are wrong.' }),
  })
  .openapi('ImportCommit');
export const commitImportRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/commit`,
  operationId: 'commitImport',
  tags,
  request: { params: idParams, headers: idempotencyHeader, body: jsonBody(commitImportSchema) },
  responses: {
    202: begun('Being written, all rows or none.'),
    ...refusedValues,
    ...refusedImport,
    ...refusedNow,
  },
});

export const undoImportRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/undo`,
  operationId: 'undoImport',
  tags,
  request: { params: idParams, headers: idempotencyHeader },
  responses: { 202: begun('Being taken back, all rows or none.'), ...refusedImport, ...refusedNow },
});

export const discardImportRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  operationId: 'discardImport',
  tags,
  request: { params: idParams },
  responses: {
    204: { description: 'The file and its rows are gone. Nothing of it had been written.' },
    ...refusedImport,
    ...refusedNow,
  },
});
