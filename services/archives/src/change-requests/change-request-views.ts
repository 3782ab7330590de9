import { z } from '@hono/zod-openapi';
import { decisions, requestStates } from './change-request.ts';
import { requestAbilities } from './change-request-policy.ts';
import { elsewhere } from './fields-elsewhere.ts';

const instant = z.iso.datetime({ offset: true });
const person = z.object({ id: z.uuid().nullable(), name: z.string().nullable() });
const masked = 'ID number, phone and address are masked.';

const field = z.string().openapi({
  description: `A field of the record, or \`custom.<key>\`. \`${elsewhere}\` stands for custom fields that the organization of the person does not have: they can only be declined.`,
  example: 'phone',
});

export const proposedFieldSchema = z
  .object({
    field,
    from: z.unknown().openapi({ description: `The value when it was proposed. ${masked}` }),
    to: z.unknown().openapi({ description: masked }),
    current: z.unknown().openapi({ description: `The value now. ${masked}` }),
    isConflicting: z.boolean().openapi({
      description: 'Undecided, and the value is not any more what it was when this was proposed.',
    }),
    decision: z.enum(decisions).nullable(),
    decidedAt: instant.nullable(),
    decidedBy: person.nullable(),
    reason: z.string().nullable().openapi({ description: 'Of the decision.' }),
  })
  .openapi('ProposedField');
export type ProposedFieldView = z.infer<typeof proposedFieldSchema>;

const head = {
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string(),
  organizationId: z.uuid().openapi({ description: 'Where the person is now.' }),
  organizationName: z.string(),
  state: z.enum(requestStates),
  reason: z.string().nullable(),
  proposedAt: instant,
  proposer: person,
  closedAt: instant.nullable(),
  version: z.number().int(),
  abilities: z.array(z.enum(requestAbilities)),
};

export const changeRequestSchema = z
  .object({
    ...head,
    memberVersion: z
      .number()
      .int()
      .openapi({ description: 'Of the record whose values are shown as `current`.' }),
    fields: z.array(proposedFieldSchema),
  })
  .openapi('ChangeRequest');
export type ChangeRequestView = z.infer<typeof changeRequestSchema>;

export const changeRequestItemSchema = z
  .object({
    ...head,
    fields: z.array(z.object({ field, decision: z.enum(decisions).nullable() })),
  })
  .openapi('ChangeRequestItem');
export type ChangeRequestItem = z.infer<typeof changeRequestItemSchema>;

const plain = z.object({ from: z.string().nullable(), to: z.string().nullable() });
export const unmaskedRequestSchema = z
  .object({ idNumber: plain.optional(), phone: plain.optional(), address: plain.optional() })
  .openapi('UnmaskedProposal');
