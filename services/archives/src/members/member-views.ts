import { z } from '@hono/zod-openapi';
import { membershipStateSchema, stageSchema } from '@banyan/contracts/person';
import { customName } from '../fields/change-custom.ts';
import { customValuesSchema } from '../fields/field-views.ts';
import { leftKindSchema, memberFieldNames, memberFields, sexes } from './member-fields.ts';
import { sensitiveFields } from './masks.ts';

/** What the reader may do with this record now. Buttons are drawn from it. */
export const abilities = [
  'update',
  'propose',
  'advance',
  'change-state',
  'reduce',
  'unmask',
  'transfer',
  'register-outflow',
] as const;
export const abilitySchema = z.enum(abilities);
export type Ability = (typeof abilities)[number];

const instant = z.iso.datetime({ offset: true });
const masked = 'Masked.';

/** A row of the list. */
export const memberItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    sex: z.enum(sexes).nullable(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    sectionId: z.uuid().nullable(),
    stage: stageSchema,
    state: membershipStateSchema,
    idNumber: z.string().nullable().openapi({ description: masked, example: '6502****1000' }),
    joinedOn: z.iso.date().nullable(),
    verifiedOn: z.iso.date().nullable(),
    version: z.number().int(),
    updatedAt: instant,
    abilities: z.array(abilitySchema),
    custom: customValuesSchema.optional().openapi({ description: 'Of the `fields` asked for.' }),
  })
  .openapi('MemberItem');
export type MemberItem = z.infer<typeof memberItemSchema>;

/** The whole record. ID number, phone and address are masked. */
export const memberSchema = z
  .object({
    id: z.uuid(),
    ...memberFields,
    idNumber: z.string().nullable().openapi({ description: masked, example: '6502****1000' }),
    phone: z.string().nullable().openapi({ description: masked, example: '138****1111' }),
    address: z.string().nullable().openapi({ description: masked }),
    custom: customValuesSchema,
    organizationId: z.uuid(),
    organizationName: z.string(),
    sectionName: z.string().nullable(),
    stage: stageSchema,
    state: membershipStateSchema,
    stateOn: z.iso
      .date()
      .nullable()
      .openapi({ description: 'Since when the state holds, where it is known.' }),
    leftKind: leftKindSchema.nullable(),
    nextStage: stageSchema.nullable().openapi({ description: 'What `advance` leads to.' }),
    nextStates: z
      .array(membershipStateSchema)
      .openapi({ description: 'Where the state may go for this reader.' }),
    accountId: z.uuid().nullable(),
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
    abilities: z.array(abilitySchema),
  })
  .openapi('Member');
export type MemberView = z.infer<typeof memberSchema>;

export const historyItemSchema = z
  .object({
    id: z.uuid(),
    at: instant,
    actor: z
      .object({ id: z.uuid().nullable(), name: z.string().nullable() })
      .openapi({ description: 'The account; the name where it belongs to a person on record.' }),
    action: z.string().openapi({ example: 'archives.member.update' }),
    fields: z
      .array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))
      .openapi({ description: 'Sensitive values are masked.' }),
    reason: z.string().nullable(),
    changeRequestId: z.uuid().nullable().openapi({ description: 'The proposal that this carried out.' }),
    version: z.number().int(),
  })
  .openapi('MemberChange');
export type HistoryItem = z.infer<typeof historyItemSchema>;

const changedField = z.enum([
  ...memberFieldNames,
  'stage',
  'state',
  'stateOn',
  'leftKind',
  'organizationId',
  'accountId',
]);
/** Members of the problem document of a stale edit (412). */
export const staleExtension = {
  current: memberSchema,
  changed: z.array(z.union([changedField, z.string().startsWith(customName(''))])).openapi({
    description: 'Fields that changed since the version that was sent; `custom.<key>` of custom ones.',
  }),
};

export const unmaskedSchema = z
  .object({
    idNumber: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    address: z.string().nullable().optional(),
  })
  .openapi('UnmaskedFields');
export const sensitiveFieldSchema = z.enum(sensitiveFields);
