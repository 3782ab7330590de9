import { z } from '@hono/zod-openapi';
import { membershipStateSchema, stageSchema } from '@banyan/contracts/person';
import { memberSchema } from '../members/member-views.ts';
import { answers, roundStates } from './verification.ts';
import { roundAbilities } from './verification-policy.ts';

const instant = z.iso.datetime({ offset: true });
const person = z.object({ id: z.uuid().nullable(), name: z.string().nullable() });
const count = z.number().int();

export const progressSchema = z
  .object({
    people: count.openapi({ description: 'To be answered for.' }),
    confirmed: count,
    corrected: count,
    unknown: count,
    answered: count,
    branches: count.openapi({ description: 'Branches that have anybody to answer for.' }),
    finished: count.openapi({ description: 'Of these, the ones that have answered for all.' }),
  })
  .openapi('VerificationProgress');

export const roundSchema = z
  .object({
    id: z.uuid(),
    organizationId: z.uuid().openapi({ description: 'The node that the round goes down from.' }),
    organizationName: z.string(),
    title: z.string(),
    question: z
      .string()
      .nullable()
      .openapi({ description: 'Null for the usual one: is what the record says still right?' }),
    note: z.string().nullable(),
    stages: z.array(stageSchema),
    states: z.array(membershipStateSchema),
    dueOn: z.iso.date(),
    state: z.enum(roundStates),
    isOverdue: z.boolean().openapi({ description: 'The day has passed, and in this part somebody waits.' }),
    createdAt: instant,
    author: person,
    closedAt: instant.nullable(),
    part: z
      .array(z.object({ organizationId: z.uuid(), organizationName: z.string(), isBranch: z.boolean() }))
      .openapi({ description: "The topmost nodes of the reader's part of the round." }),
    progress: progressSchema.openapi({ description: "Of the reader's part." }),
    version: count,
    abilities: z.array(z.enum(roundAbilities)),
  })
  .openapi('VerificationRound');
export type RoundView = z.infer<typeof roundSchema>;

export const roundRecordSchema = roundSchema
  .extend({
    reminder: z
      .object({ at: instant, note: z.string().nullable(), by: z.string().nullable() })
      .nullable()
      .openapi({ description: "The last reminder that reached the reader's part." }),
  })
  .openapi('VerificationRoundRecord');
export type RoundRecordView = z.infer<typeof roundRecordSchema>;

export const branchProgressSchema = z
  .object({
    id: z.uuid().openapi({ description: 'The organization.' }),
    name: z.string(),
    type: z.string(),
    isBranch: z.boolean(),
    isOverdue: z.boolean(),
    progress: progressSchema,
  })
  .openapi('VerificationBranch');
export type BranchProgressView = z.infer<typeof branchProgressSchema>;

export const askedPersonSchema = z
  .object({
    id: z.uuid(),
    member: memberSchema,
    answer: z.enum(answers).nullable().openapi({ description: 'Null while nobody has answered.' }),
    note: z.string().nullable(),
    answeredAt: instant.nullable(),
    answeredBy: person.nullable(),
    isChanged: z.boolean().openapi({ description: 'The record has changed since it was answered for.' }),
  })
  .openapi('AskedPerson');
export type AskedPersonView = z.infer<typeof askedPersonSchema>;
