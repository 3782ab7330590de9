import { z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import { customKeySchema } from '../fields/field-views.ts';
import { importAbilities, importFields, importModes, importStatuses, rowActions } from './import-fields.ts';

const instant = z.iso.datetime({ offset: true });
const importFieldSchema = z.enum(importFields).openapi('ImportField');
/** What a column can bring; custom fields by their names. */
export const columnFieldSchema = z
  .union([importFieldSchema, z.templateLiteral(['custom.', customKeySchema])])
  .openapi('ImportColumnField');
export const importModeSchema = z.enum(importModes);
export const importStatusSchema = z.enum(importStatuses);

const suggestionSchema = z.object({ organizationId: z.uuid(), name: z.string() });

/** What is wrong with one cell. `column` is the heading as the file has it. */
export const rowErrorSchema = z
  .object({
    row: z.number().int().openapi({ description: 'As the spreadsheet numbers it, from 1.' }),
    column: z
      .string()
      .openapi({ description: 'The heading as the file has it; empty where the file has none.' }),
    cell: z.string().nullable().openapi({ description: 'Where it stands, such as `C12`.' }),
    field: columnFieldSchema.nullable(),
    code: z.string(),
    message: z.string().openapi({ description: 'What is wrong and what to do, in English.' }),
    rows: z.array(z.number().int()).optional().openapi({ description: 'The other rows of a duplicate.' }),
    suggestions: z
      .array(suggestionSchema)
      .optional()
      .openapi({ description: 'Branches in scope with a like name.' }),
    memberId: z
      .uuid()
      .optional()
      .openapi({ description: 'The record it collides with, where it is in scope.' }),
  })
  .openapi('ImportRowError');
export type RowError = z.infer<typeof rowErrorSchema>;

export const importColumnSchema = z
  .object({
    index: z.number().int().openapi({ description: 'From 0.' }),
    letter: z.string(),
    heading: z.string(),
    field: columnFieldSchema.nullable().openapi({ description: 'Null: the column is left out.' }),
    guess: z.enum(['remembered', 'known', 'alike', 'chosen', 'none']),
    duplicate: z.boolean().openapi({ description: 'Another column has the same heading.' }),
    samples: z.array(z.string()).openapi({ description: 'First values; digits of long numbers are masked.' }),
  })
  .openapi('ImportColumn');
export type ImportColumn = z.infer<typeof importColumnSchema>;

export const importSourceSchema = z
  .object({
    kind: z.enum(['xlsx', 'csv']),
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).nullable(),
    delimiter: z.string().nullable(),
    headingFrom: z.number().int().openapi({ description: 'First row of the heading.' }),
    headingTo: z.number().int().openapi({ description: 'Last row of the heading; the people follow.' }),
    dropped: z.number().int().openapi({ description: 'Blank rows and rows of totals that were left out.' }),
  })
  .openapi('ImportSource');
export type ImportSource = z.infer<typeof importSourceSchema>;

export const defaultsSchema = z
  .strictObject({
    organizationId: z
      .uuid()
      .nullable()
      .default(null)
      .openapi({ description: 'The branch of rows that name none.' }),
    stage: stageSchema.nullable().default(null).openapi({ description: 'The stage of rows that name none.' }),
  })
  .openapi('ImportDefaults');
export type ImportDefaults = z.infer<typeof defaultsSchema>;

const personSchema = z.object({ id: z.uuid().nullable(), name: z.string().nullable() });
const placeSchema = z
  .object({ sheet: z.string().nullable(), row: z.number().int().nullable() })
  .openapi({ description: 'Where in a file that cannot be read, as far as it is known.' });
const problemRowSchema = z.object({ row: z.number().int(), name: z.string().nullable(), code: z.string() });

export const importSummarySchema = z
  .object({
    id: z.uuid(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    fileName: z.string(),
    size: z.number().int(),
    mode: importModeSchema,
    status: importStatusSchema,
    rows: z.number().int(),
    valid: z.number().int(),
    invalid: z.number().int(),
    added: z.number().int().openapi({ description: 'To be added; once committed, added.' }),
    updated: z.number().int(),
    unchanged: z.number().int(),
    progress: z
      .object({ done: z.number().int(), total: z.number().int() })
      .nullable()
      .openapi({ description: 'While parsing, committing or undoing. `total` is 0 while it is not known.' }),
    createdAt: instant,
    createdBy: personSchema,
    committedAt: instant.nullable(),
    committedBy: personSchema.nullable(),
    undoneAt: instant.nullable(),
    undoneBy: personSchema.nullable(),
    version: z.number().int(),
    abilities: z.array(z.enum(importAbilities)),
  })
  .openapi('ImportSummary');
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importSchema = importSummarySchema
  .extend({
    source: importSourceSchema.nullable(),
    columns: z.array(importColumnSchema),
    defaults: defaultsSchema,
    missing: z
      .array(importFieldSchema)
      .openapi({ description: 'Neither a column nor a default: choose one before the rows can be right.' }),
    errors: z.array(rowErrorSchema).openapi({ description: 'The first 1,000; all of them with the rows.' }),
    errorCounts: z.array(z.object({ code: z.string(), count: z.number().int() })),
    warningCounts: z.array(z.object({ code: z.string(), count: z.number().int() })),
    problem: z
      .object({
        code: z.string(),
        message: z.string(),
        rows: z.array(problemRowSchema).openapi({ description: 'At most 100.' }),
        place: placeSchema.nullable().optional(),
      })
      .nullable()
      .openapi({ description: 'Why it failed, or why the last commit or undo changed nothing.' }),
  })
  .openapi('Import');
export type ImportView = z.infer<typeof importSchema>;

const cellSchema = z.object({
  field: columnFieldSchema,
  column: z.string(),
  text: z.string().openapi({ description: 'As the file has it, or as corrected.' }),
  masked: z.boolean().openapi({ description: 'Sensitive and nothing wrong with it: the text is masked.' }),
  corrected: z.boolean(),
});
const differenceSchema = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });

export const importRowSchema = z
  .object({
    row: z.number().int(),
    name: z.string().nullable(),
    valid: z.boolean(),
    action: z.enum(rowActions).nullable().openapi({ description: 'Null while the row is wrong.' }),
    memberId: z.uuid().nullable().openapi({ description: 'The record that it updates or has added.' }),
    cells: z.array(cellSchema),
    errors: z.array(rowErrorSchema),
    warnings: z.array(rowErrorSchema),
    changes: z.array(differenceSchema).openapi({
      description: 'What an update changes, or what an addition writes; sensitive values are masked.',
    }),
    corrected: z.boolean(),
    version: z.number().int(),
  })
  .openapi('ImportRow');
export type ImportRowView = z.infer<typeof importRowSchema>;
