import { z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import { listSchema } from '@banyan/service-kit/list';
import { sexes } from '../members/member-fields.ts';
import { acts, transferKinds, transferStates } from './transfer.ts';

/** What the reader may do with this transfer now. Buttons are drawn from it. */
export const transferAbilities = [...acts, 'print', 'print-plain', 'open-member'] as const;
export type TransferAbility = (typeof transferAbilities)[number];

export const transferStateSchema = z.enum(transferStates);
export const transferKindSchema = z.enum(transferKinds);
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month as 2026-11.');
export const duesMonth = month;

export const directionSchema = z
  .enum(['in', 'out', 'within'])
  .openapi({ description: 'As the reader sees it: into the scope, out of it, or with both ends in it.' });

/** What a letter says of a person, and all that the receiving side sees before the person is received. */
export const transferPersonSchema = z
  .object({
    name: z.string(),
    sex: z.enum(sexes).nullable(),
    ethnicity: z.string().nullable(),
    bornOn: day.nullable(),
    stage: stageSchema,
    joinedOn: day.nullable(),
    fullOn: day.nullable(),
    idNumber: z.string().nullable().openapi({ description: 'Masked.', example: '6502****1000' }),
  })
  .openapi('TransferPerson');
export type TransferPerson = z.infer<typeof transferPersonSchema>;

export const endSchema = z
  .object({
    organizationId: z.uuid().nullable().openapi({ description: 'Null outside the enterprise.' }),
    name: z.string(),
    path: z.string().nullable().openapi({
      description: 'Names from below the group to the branch.',
      example: '采油一厂党委 / 采油一队党支部',
    }),
    address: z.string().nullable().openapi({ description: 'Of an organization outside the enterprise.' }),
  })
  .openapi('TransferEnd');

export const letterSchema = z
  .object({
    number: z.string().openapi({ example: '2026-00012' }),
    issuedOn: day,
    expiresOn: day.openapi({ description: 'The last day on which it holds.' }),
    daysLeft: z.number().int().openapi({ description: 'From today to the last day; below zero after it.' }),
    endingSoon: z.boolean(),
  })
  .openapi('TransferLetter');

const itemShape = {
  id: z.uuid(),
  kind: transferKindSchema,
  direction: directionSchema,
  state: transferStateSchema,
  memberId: z.uuid().openapi({
    description: 'Of somebody who comes from outside, the id that the record has or will have.',
  }),
  person: transferPersonSchema,
  from: endSchema,
  to: endSchema,
  groupId: z.uuid().nullable(),
  reason: z.string(),
  appliedOn: day,
  letter: letterSchema.nullable(),
  receivedOn: day.nullable(),
  closedOn: day.nullable(),
  version: z.number().int(),
  updatedAt: instant,
  abilities: z.array(z.enum(transferAbilities)),
};

export const transferItemSchema = z.object(itemShape).openapi('TransferItem');
export type TransferItem = z.infer<typeof transferItemSchema>;

export const timelineActions = ['apply', ...acts, 'expire', 'remind', 'merge'] as const;
export const timelineItemSchema = z
  .object({
    at: instant,
    action: z.enum(timelineActions),
    actor: z
      .object({ id: z.uuid().nullable(), name: z.string().nullable() })
      .openapi({ description: 'Both are null where time or a merge of organizations did it.' }),
    from: transferStateSchema.nullable(),
    to: transferStateSchema,
    note: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('TransferTimelineItem');
export type TimelineItem = z.infer<typeof timelineItemSchema>;

export const transferSchema = z
  .object({
    ...itemShape,
    duesPaidThrough: month.nullable(),
    validDays: z.number().int(),
    createdAt: instant,
    timeline: z.array(timelineItemSchema).openapi({ description: 'Oldest first.' }),
  })
  .openapi('Transfer');
export type TransferView = z.infer<typeof transferSchema>;

const count = z.number().int();
export const transferListSchema = listSchema(transferItemSchema)
  .extend({
    counts: z
      .object({
        direction: z
          .object({ all: count, in: count, out: count, within: count })
          .openapi({ description: 'With every filter but that of the direction.' }),
        state: z
          .object(
            Object.fromEntries(transferStates.map((state) => [state, count])) as Record<
              (typeof transferStates)[number],
              typeof count
            >,
          )
          .openapi({ description: 'With every filter but that of the state.' }),
      })
      .openapi('TransferCounts'),
  })
  .openapi('TransferList');
export type TransferList = z.infer<typeof transferListSchema>;

/** Work that waits for the reader; each is a filter of the list under the same name. */
export const duties = ['approve', 'receive', 'receipt', 'ending', 'expired'] as const;
export type Duty = (typeof duties)[number];
export const dueSchema = z
  .object({
    approve: count.openapi({ description: 'Applications that the reader may approve.' }),
    receive: count.openapi({ description: 'Letters whose people the reader may receive.' }),
    receipt: count.openapi({ description: 'Received, and the receipt is to be filed.' }),
    ending: count.openapi({ description: 'Letters to or from the reader that end within seven days.' }),
    expired: count.openapi({ description: 'Letters that ended and wait to be resumed or cancelled.' }),
    total: count.openapi({ description: 'Transfers with any of these, each once.' }),
  })
  .openapi('TransfersDue');

export const destinationSchema = z
  .object({ id: z.uuid(), name: z.string(), path: z.string() })
  .openapi('TransferDestination');

export const transferGroupSchema = z
  .object({
    id: z.uuid(),
    to: endSchema,
    reason: z.string(),
    total: count,
    states: z.record(z.string(), count).openapi({ description: 'How many transfers are in each state.' }),
    abilities: z
      .array(z.enum(acts))
      .openapi({ description: 'Acts that the reader may do for every transfer that is open for them.' }),
    createdAt: instant,
    items: z.array(transferItemSchema),
  })
  .openapi('TransferGroup');
export type TransferGroupView = z.infer<typeof transferGroupSchema>;
