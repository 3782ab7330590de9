import { z } from '@hono/zod-openapi';
import { civilDay, memberFields, reasonText } from '../members/member-fields.ts';
import { closings, contactWays } from './floating.ts';

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !/\p{Cc}/u.test(value), 'One line, no control characters.');

/** What both ends of a floating entry know of each other. */
const elsewhereFields = {
  province: line(40).nullable(),
  city: line(40).nullable(),
  partyOrganization: line(120).nullable(),
  since: civilDay,
  expectedReturnOn: civilDay.nullable(),
  reason: line(200).nullable(),
  contactName: line(60).nullable(),
  contactPhone: memberFields.phone,
};

export const outflowFields = {
  ...elsewhereFields,
  abroad: z.boolean(),
  organizationId: z
    .uuid()
    .nullable()
    .openapi({ description: 'The branch of the enterprise where the person is, if it is one.' }),
};
export const inflowFields = {
  ...elsewhereFields,
  name: memberFields.name,
  sex: memberFields.sex,
  idNumber: memberFields.idNumber,
  phone: memberFields.phone,
};

/** What is not said of a new entry is not known. */
const unsaid = {
  province: elsewhereFields.province.default(null),
  city: elsewhereFields.city.default(null),
  partyOrganization: elsewhereFields.partyOrganization.default(null),
  since: civilDay,
  expectedReturnOn: elsewhereFields.expectedReturnOn.default(null),
  reason: elsewhereFields.reason.default(null),
  contactName: elsewhereFields.contactName.default(null),
  contactPhone: elsewhereFields.contactPhone.default(null),
};

export const registerOutflowSchema = z
  .strictObject({
    ...unsaid,
    memberId: z.uuid().openapi({ description: 'Of the roll; active, probationary or full.' }),
    abroad: outflowFields.abroad.default(false),
    organizationId: outflowFields.organizationId.default(null),
  })
  .openapi('NewOutflow');

export const registerInflowSchema = z
  .strictObject({
    ...unsaid,
    name: inflowFields.name,
    sex: inflowFields.sex.default(null),
    idNumber: inflowFields.idNumber.default(null),
    phone: inflowFields.phone.default(null),
    organizationId: z.uuid().openapi({ description: 'The branch that the person is with.' }),
  })
  .openapi('NewInflow');

/** Of an outflow without the person, of an inflow without the destination: which end it is decides. */
export const correctFloatingSchema = z
  .strictObject({ ...outflowFields, ...inflowFields })
  .partial()
  .openapi('FloatingCorrection');
export type FloatingCorrection = z.infer<typeof correctFloatingSchema>;

export const logContactSchema = z
  .strictObject({
    on: civilDay,
    way: z.enum(contactWays),
    note: reasonText.nullable().default(null),
  })
  .openapi('NewContact');

export const closeFloatingSchema = z
  .strictObject({
    on: civilDay,
    closing: z.enum(closings),
    note: reasonText.nullable().default(null),
  })
  .openapi('FloatingClosing');

export const searchWays = [
  'phone',
  'visit',
  'relatives',
  'colleagues',
  'registry',
  'notice',
  'other',
] as const;
export const searchOutcomes = ['no-trace', 'lead', 'found'] as const;
export const logSearchSchema = z
  .strictObject({
    on: civilDay,
    way: z.enum(searchWays),
    outcome: z.enum(searchOutcomes),
    note: reasonText.nullable().default(null),
  })
  .openapi('NewSearch');

export const floatingSecrets = ['idNumber', 'phone', 'contactPhone'] as const;
export type FloatingSecret = (typeof floatingSecrets)[number];
export const unmaskFloatingSchema = z
  .strictObject({ fields: z.array(z.enum(floatingSecrets)).min(1).max(3), reason: reasonText })
  .openapi('FloatingUnmasking');
