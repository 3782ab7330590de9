import { z } from '@hono/zod-openapi';
import { leftKinds } from './member.ts';

/** Text between its blanks; blank text is no text. */
const text = (max: number) => z.string().trim().min(1).max(max);
const line = (max: number) =>
  text(max).refine((value) => !/\p{Cc}/u.test(value), 'One line, no control characters.');
const paragraph = (max: number) =>
  text(max).refine((value) => !/[^\P{Cc}\r\n\t]/u.test(value), 'No control characters.');
/** The calendar of PostgreSQL begins with the year 1. */
const day = z.iso.date().refine((value) => value >= '0001', 'There is no such day.');

export const sexes = ['male', 'female'] as const;
/** GB/T 4658, as rosters use it. */
export const educations = [
  'doctorate',
  'master',
  'bachelor',
  'junior-college',
  'secondary-vocational',
  'technical-school',
  'high-school',
  'middle-school',
  'primary-school',
] as const;
export const degrees = ['doctor', 'master', 'bachelor'] as const;

/** A person named in a record: by words, and by record where there is one. */
export const personNameSchema = z.strictObject({
  name: line(60),
  memberId: z.uuid().nullable().default(null),
});
export const honourSchema = z.strictObject({
  on: day.nullable().default(null),
  title: line(200),
  by: line(120).nullable().default(null),
});
export const relativeSchema = z.strictObject({
  relation: line(20),
  name: line(60),
  bornOn: day.nullable().default(null),
  work: line(200).nullable().default(null),
});
export const resumeEntrySchema = z.strictObject({
  from: day,
  to: day.nullable().default(null),
  place: line(200),
  post: line(120).nullable().default(null),
});
export const outflowSchema = z.strictObject({
  since: day,
  to: line(200),
  reason: line(200).nullable().default(null),
});

/** The fields of a record that people write, in the order of the form. */
export const memberFields = {
  name: line(60),
  formerName: line(60).nullable(),
  sex: z.enum(sexes).nullable(),
  ethnicity: line(20).nullable(),
  bornOn: day.nullable(),
  nativePlace: line(100).nullable(),
  education: z.enum(educations).nullable(),
  degree: z.enum(degrees).nullable(),
  school: line(120).nullable(),
  major: line(120).nullable(),
  workStartedOn: day.nullable(),
  post: line(120).nullable(),
  workUnit: line(200).nullable(),
  partyPost: line(120).nullable(),
  idNumber: line(30).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{5,24}$/, 'Digits, spaces and hyphens.')
    .nullable(),
  address: line(300).nullable(),
  sectionId: z.uuid().nullable(),
  appliedOn: day.nullable(),
  activistOn: day.nullable(),
  candidateOn: day.nullable(),
  joinedOn: day.nullable().openapi({ description: 'Date of the branch meeting that admitted the person.' }),
  fullOn: day
    .nullable()
    .openapi({ description: 'Date of full membership, from which the years in the party count.' }),
  lostContactOn: day.nullable(),
  verifiedOn: day.nullable().openapi({ description: 'When the record was last found right.' }),
  outflow: outflowSchema.nullable().openapi({ description: 'Where a floating member has gone.' }),
  introducers: z.array(personNameSchema).max(2),
  cultivators: z.array(personNameSchema).max(4),
  awards: z.array(honourSchema).max(50),
  penalties: z.array(honourSchema).max(20),
  family: z.array(relativeSchema).max(30),
  resume: z.array(resumeEntrySchema).max(60),
  note: paragraph(2_000).nullable(),
} as const;

export type MemberField = keyof typeof memberFields;
export const memberFieldNames = Object.keys(memberFields) as MemberField[];

const memberSchema = z.object(memberFields);
/** Every written field with its value; lists are never null. */
export type MemberValues = z.infer<typeof memberSchema>;

/** The fields that hold lists, which are empty when nothing is known. */
export const listFields = ['introducers', 'cultivators', 'awards', 'penalties', 'family', 'resume'] as const;

export const leftKindSchema = z.enum(leftKinds);
export const civilDay = day;
export const reasonText = paragraph(500);
