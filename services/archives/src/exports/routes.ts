import { createRoute, z } from '@hono/zod-openapi';
import { fileAnswer, refusal, refusals } from '@banyan/service-kit/contract';
import { reasonText } from '../members/member-fields.ts';
import { listQuerySchema } from '../members/routes.ts';
import { columnKeys, usualColumns } from './export-columns.ts';
import { languages } from './export-words.ts';
import { mediaTypes } from './file-response.ts';

const names = `${columnKeys.join('|')}|custom\\.[a-z0-9-]+`;

const { page: _page, pageSize: _pageSize, after: _after, ...sameFilters } = listQuerySchema.shape;

export const exportQuerySchema = z.object({
  ...sameFilters,
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  columns: z
    .string()
    .regex(new RegExp(`^(${names})(,(${names}))*$`), `Of ${columnKeys.join(', ')}, custom.<key>.`)
    .default(usualColumns.join(','))
    .openapi({ description: 'In the order of the file, separated by commas.' }),
  unmasked: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'With ID numbers, phones and addresses in full; needs a reason.' }),
  reason: reasonText.optional(),
  language: z.enum(languages).default('zh-CN').openapi({ description: 'Of headings and words.' }),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

/** Nobody takes numbers out of the house without saying why. */
export const exportQuestionSchema = exportQuerySchema.refine(
  ({ unmasked, reason }) => unmasked === 'false' || reason !== undefined,
  { path: ['reason'], message: 'Say what the numbers are needed for.', params: { code: 'required' } },
);

const answers = {
  200: fileAnswer(
    Object.values(mediaTypes),
    'The people of the list under the same filters and in its order, as a file; how many in `X-Export-Rows`. The act is on the audit trail, and so is that it broke off. A connection that breaks off is an export that failed.',
  ),
  ...refusals(400, 401),
  403: refusal(
    'A permission that it needs is held nowhere, or another site may have led here; `code` says which.',
  ),
  429: refusal('Too many files of this account are under way.'),
  503: refusal('Too many files are under way, or the data cannot be reached.'),
};

export const exportMembersRoute = createRoute({
  method: 'get',
  path: '/api/archives/members/export',
  operationId: 'exportMembers',
  tags: ['members'],
  request: { query: exportQuerySchema },
  responses: answers,
});

/** For a browser's form, which saves what comes while it comes, and for programs. */
export const postExportRoute = createRoute({
  method: 'post',
  path: '/api/archives/members/export',
  operationId: 'postMembersExport',
  tags: ['members'],
  request: {
    body: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': { schema: exportQuerySchema },
        'application/json': { schema: exportQuerySchema },
      },
    },
  },
  responses: { ...answers, 415: refusal('The body is neither a form nor JSON.') },
});
