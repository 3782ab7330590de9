import { z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import { leftKindSchema, sexes } from '../members/member-fields.ts';
import { closings, contactWays } from './floating.ts';
import { searchOutcomes, searchWays } from './register-fields.ts';

const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const masked = 'Masked.';

export const registerRuleSchema = z
  .object({
    id: z.string().openapi({ example: 'lost-contact-suspend' }),
    ruleSet: z.string().openapi({ example: 'education-2019' }),
    regulation: z.string(),
    article: z.string().nullable().openapi({ description: 'Null while its number is not confirmed.' }),
    source: z.string(),
    from: z.string(),
    months: z.number().int().nullable(),
  })
  .openapi('RegisterRule');

export const dueActionSchema = z.enum(['suspend', 'remove', 'log-contact', 'confirm-return']);
export const deadlineSchema = z
  .object({ action: dueActionSchema, dueOn: day, rule: registerRuleSchema })
  .openapi('RegisterDeadline');
export type DeadlineView = z.infer<typeof deadlineSchema>;

export const floatingAbilities = ['update', 'log-contact', 'close', 'unmask'] as const;
export type FloatingAbility = (typeof floatingAbilities)[number];

const floatingShape = {
  id: z.uuid(),
  direction: z
    .enum(['out', 'in'])
    .openapi({ description: 'Out for whoever sees the home branch; in for the branch of now.' }),
  memberId: z
    .uuid()
    .nullable()
    .openapi({ description: 'The record, for whoever sees the home branch; null for people of elsewhere.' }),
  name: z.string(),
  stage: stageSchema.nullable(),
  homeOrganizationId: z.uuid().nullable(),
  homeOrganizationName: z
    .string()
    .nullable()
    .openapi({ description: 'Of people of elsewhere their party organization.' }),
  organizationId: z.uuid().nullable(),
  organizationName: z.string().nullable(),
  place: z.string().nullable(),
  abroad: z.boolean(),
  since: day,
  expectedReturnOn: day.nullable(),
  reason: z.string().nullable(),
  lastContactOn: day.nullable(),
  closedOn: day.nullable(),
  closing: z.enum(closings).nullable(),
  deadline: deadlineSchema.nullable(),
  version: z.number().int(),
  abilities: z.array(z.enum(floatingAbilities)),
};
export const floatingItemSchema = z.object(floatingShape).openapi('FloatingItem');
export type FloatingItem = z.infer<typeof floatingItemSchema>;

export const contactSchema = z
  .object({
    id: z.uuid(),
    on: day,
    way: z.enum(contactWays),
    note: z.string().nullable(),
    at: instant,
    actorName: z.string().nullable(),
  })
  .openapi('FloatingContact');

export const floatingSchema = z
  .object({
    ...floatingShape,
    province: z.string().nullable(),
    city: z.string().nullable(),
    partyOrganization: z.string().nullable(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable().openapi({ description: masked }),
    sex: z.enum(sexes).nullable(),
    idNumber: z.string().nullable().openapi({ description: masked }),
    phone: z.string().nullable().openapi({ description: masked }),
    createdAt: instant,
    updatedAt: instant,
    contacts: z.array(contactSchema).openapi({ description: 'Newest first, 200 at the most.' }),
  })
  .openapi('Floating');
export type FloatingView = z.infer<typeof floatingSchema>;

export const unmaskedFloatingSchema = z
  .object({
    idNumber: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    contactPhone: z.string().nullable().optional(),
  })
  .openapi('UnmaskedFloating');

export const lostAbilities = ['log-search', 'find', 'suspend', 'remove'] as const;
const lostShape = {
  id: z.uuid().openapi({ description: 'Of the record.' }),
  name: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  stage: stageSchema,
  state: z.string(),
  lostContactOn: day.nullable(),
  stateOn: day.nullable(),
  searches: z.number().int(),
  lastSearchOn: day.nullable(),
  deadline: deadlineSchema.nullable(),
  memberVersion: z
    .number()
    .int()
    .openapi({ description: 'For `If-Match` of the change of state that resolves it.' }),
  abilities: z.array(z.enum(lostAbilities)),
};
export const lostItemSchema = z.object(lostShape).openapi('LostItem');
export type LostItem = z.infer<typeof lostItemSchema>;

export const searchSchema = z
  .object({
    id: z.uuid(),
    on: day,
    way: z.enum(searchWays),
    outcome: z.enum(searchOutcomes),
    note: z.string().nullable(),
    at: instant,
    actorName: z.string().nullable(),
  })
  .openapi('ContactSearch');
export const lostSchema = z
  .object({ ...lostShape, log: z.array(searchSchema).openapi({ description: 'Newest first, 200 at most.' }) })
  .openapi('Lost');

export const reductionKinds = ['transferred-out', 'left', 'deceased'] as const;
export const reductionItemSchema = z
  .object({
    id: z.uuid().openapi({ description: 'Of the record.' }),
    name: z.string(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    stage: stageSchema,
    kind: z.enum(reductionKinds),
    leftKind: leftKindSchema.nullable(),
    on: day.nullable(),
    reason: z.string().nullable(),
    actorName: z.string().nullable(),
    at: instant.nullable().openapi({ description: 'When it was put on record.' }),
    memberVersion: z.number().int(),
    abilities: z.array(z.enum(['reinstate'])),
  })
  .openapi('ReductionItem');
export type ReductionItem = z.infer<typeof reductionItemSchema>;

export const dueItemSchema = z
  .object({
    id: z.string(),
    action: dueActionSchema,
    dueOn: day,
    rule: registerRuleSchema,
    register: z.enum(['floating', 'out-of-contact']),
    recordId: z.uuid().openapi({ description: 'The entry of that register.' }),
    name: z.string(),
    organizationId: z.uuid().nullable(),
    organizationName: z.string().nullable(),
    abilities: z
      .array(z.enum(['resolve']))
      .openapi({ description: 'Whether this reader may do what is due.' }),
  })
  .openapi('RegisterDue');
export type DueItem = z.infer<typeof dueItemSchema>;

export const registerCountsSchema = z
  .object({
    outflow: z.number().int(),
    inflow: z.number().int(),
    outOfContact: z.number().int(),
    reductions: z.record(z.enum(reductionKinds), z.number().int()),
    due: z.number().int(),
    overdue: z.number().int(),
  })
  .openapi('RegisterCounts');
