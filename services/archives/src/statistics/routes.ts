import { createRoute, z } from '@hono/zod-openapi';
import { fileAnswer, refusals } from '@banyan/service-kit/contract';
import { membershipStateSchema, stageSchema } from '@banyan/contracts/person';
import { type AppContext, parseQuery } from '@banyan/service-kit/http-app';
import { languages } from '../exports/export-words.ts';
import { mediaTypes } from '../exports/file-response.ts';
import { dimensionNames, standsAgainst } from './dimension.ts';

const dimension = z.enum(dimensionNames);

export const statisticsQuerySchema = z.object({
  rows: dimension,
  columns: dimension.optional().openapi({ description: 'Without it, one column of totals.' }),
  stage: stageSchema.optional(),
  state: membershipStateSchema.optional(),
  organizationId: z.uuid().optional().openapi({ description: 'This node and all below it.' }),
  node: z.uuid().optional().openapi({ description: 'See as this node: narrows to it and all below.' }),
});
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>;

export const statisticsFileQuerySchema = statisticsQuerySchema.extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(languages).default('zh-CN').openapi({ description: 'Of headings and words.' }),
});

function against<Schema extends z.ZodType<StatisticsQuery>>(schema: Schema) {
  return schema.refine(({ rows, columns }) => columns === undefined || standsAgainst(rows, columns), {
    path: ['columns'],
    message: 'Another trait than that of the rows.',
  });
}

export const parseStatisticsQuery = (c: AppContext) => parseQuery(c, against(statisticsQuerySchema));
export const parseStatisticsFileQuery = (c: AppContext) => parseQuery(c, against(statisticsFileQuerySchema));

const axis = z
  .object({
    dimension,
    keys: z.array(
      z.object({
        key: z.string().openapi({ description: 'A code; `unknown` where the record says nothing.' }),
        label: z.string().nullable().openapi({ description: 'The name of an organization.' }),
        filter: z
          .record(z.string(), z.string())
          .openapi({ description: 'Parameters of the list of members that open these people.' }),
      }),
    ),
  })
  .openapi('StatisticsAxis');

export const statisticsSchema = z
  .object({
    asOf: z.iso.datetime({ offset: true }),
    today: z.iso.date().openapi({ description: 'The day that ages are counted at.' }),
    rows: axis,
    columns: z.union([axis, z.null()]),
    cells: z.array(z.array(z.number().int())).openapi({ description: 'By row, then by column.' }),
    rowTotals: z.array(z.number().int()),
    columnTotals: z.array(z.number().int()),
    total: z.number().int(),
  })
  .openapi('Statistics');
export type Statistics = z.infer<typeof statisticsSchema>;

export const showStatisticsRoute = createRoute({
  method: 'get',
  path: '/api/archives/statistics',
  operationId: 'showStatistics',
  tags: ['statistics'],
  request: { query: statisticsQuerySchema },
  responses: {
    200: {
      description:
        'The people of the scope by two dimensions. Filters of a row and a column are put together.',
      content: { 'application/json': { schema: statisticsSchema } },
    },
    ...refusals(400, 401, 403),
  },
});

export const exportStatisticsRoute = createRoute({
  method: 'get',
  path: '/api/archives/statistics/export',
  operationId: 'exportStatistics',
  tags: ['statistics'],
  request: { query: statisticsFileQuerySchema },
  responses: {
    200: fileAnswer(Object.values(mediaTypes), 'The same table as a file.'),
    ...refusals(400, 401, 403),
  },
});
