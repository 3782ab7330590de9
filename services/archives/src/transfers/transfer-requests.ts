import { z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import { listQueryShape } from '@banyan/service-kit/list';
import { civilDay, memberFields, reasonText } from '../members/member-fields.ts';
import { defaultValidDays, maxGroupSize, maxValidDays } from './letter-rules.ts';
import type { Act } from './transfer.ts';
import { duesMonth, duties, transferStateSchema } from './transfer-views.ts';

export const listTransfersQuery = z.object({
  ...listQueryShape,
  direction: z.enum(['in', 'out', 'within', 'all']).default('all').openapi({
    description: 'Into my scope, out of it, with both ends in it. `node` narrows the scope first.',
  }),
  state: transferStateSchema.optional(),
  q: z
    .string()
    .trim()
    .max(60)
    .optional()
    .openapi({ description: 'Beginning of a name, its pinyin or initials; or the number of a letter.' }),
  overdue: z.stringbool().optional().openapi({
    type: 'boolean',
    description: 'Letters whose last day has passed without a receipt; `false` leaves them out.',
  }),
  due: z.enum(duties).optional().openapi({ description: 'What waits for me, as `GET …/due` counts it.' }),
  memberId: z.uuid().optional(),
  groupId: z.uuid().optional(),
  sort: z.enum(['-updatedAt', 'updatedAt', 'expiresOn', '-expiresOn', 'name', '-name']).default('-updatedAt'),
});

export const destinationsQuery = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .default('')
    .openapi({ description: 'Part of the name of a branch or of what is above it.' }),
});
const outsideName = memberFields.name.max(200);
const outside = z
  .strictObject({
    name: outsideName.openapi({ description: 'The organization that is to receive the person.' }),
    address: outsideName.nullable().default(null),
  })
  .openapi('OutsideOrganization');
const outsideLetter = z
  .strictObject({
    name: outsideName.openapi({ description: 'The organization that issued the letter.' }),
    address: outsideName.nullable().default(null),
    letterNumber: outsideName,
    issuedOn: civilDay,
    expiresOn: civilDay,
  })
  .openapi('OutsideLetter');
export const arrivingPersonSchema = z
  .strictObject({
    ...z.strictObject(memberFields).partial().omit({ sectionId: true }).shape,
    name: memberFields.name,
    stage: stageSchema,
  })
  .openapi('ArrivingPerson');

const terms = {
  reason: reasonText,
  duesPaidThrough: duesMonth
    .nullable()
    .default(null)
    .openapi({ description: 'The last month for which dues were paid.' }),
  validDays: z
    .number()
    .int()
    .min(1)
    .max(maxValidDays)
    .default(defaultValidDays)
    .openapi({ description: 'Days for which the letter holds, set case by case.' }),
};

export const applySchema = z
  .strictObject({
    memberId: z
      .uuid()
      .optional()
      .openapi({ description: 'Who is to be transferred; not with `fromOutside`.' }),
    toOrganizationId: z.uuid().optional().openapi({
      description: 'A branch or joint branch, anywhere in the enterprise; not with `toOutside`.',
    }),
    toOutside: outside.optional(),
    fromOutside: outsideLetter
      .optional()
      .openapi({ description: 'The letter that somebody from outside brought.' }),
    person: arrivingPersonSchema.optional().openapi({ description: 'Who came; with `fromOutside` only.' }),
    ...terms,
  })
  .openapi('NewTransfer');
const note = reasonText.nullable().default(null);
const noted = { note };
const issuing = { note, validDays: z.number().int().min(1).max(maxValidDays).optional() };
const arrival = {
  note,
  receivedOn: civilDay.optional().openapi({ description: 'As the receipt says; today without it.' }),
};

/** Bodies of the acts; each may be left out. */
export const actSchemas = {
  approve: z.strictObject(issuing).openapi('TransferApproval'),
  reject: z.strictObject(noted).openapi('TransferRejection'),
  receive: z.strictObject(noted).openapi('TransferReception'),
  cancel: z.strictObject(noted).openapi('TransferCancellation'),
  resume: z.strictObject(issuing).openapi('TransferResumption'),
  receipt: z.strictObject(arrival).openapi('TransferReceipt'),
} as const satisfies Record<Act, z.ZodType>;

export const applyGroupSchema = z
  .strictObject({
    memberIds: z.array(z.uuid()).min(1).max(maxGroupSize).optional(),
    fromOrganizationId: z
      .uuid()
      .optional()
      .openapi({ description: 'Everybody who is active in this branch; instead of `memberIds`.' }),
    toOrganizationId: z.uuid(),
    ...terms,
  })
  .openapi('NewTransferGroup');
export const letterQuery = z.object({
  idNumber: z.enum(['masked', 'plain']).default('masked').openapi({
    description: '`plain` needs the permission to read it, and leaves a row on the audit trail.',
  }),
  reason: reasonText.optional().openapi({ description: 'Why the number is needed in plain.' }),
});
