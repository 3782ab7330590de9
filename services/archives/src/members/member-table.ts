import type { MembershipState, Stage } from '@banyan/contracts/person';
import { getTableColumns, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import { bigint, customType, date, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CustomValues } from '../fields/custom-field.ts';
import type { LeftKind } from './member.ts';
import type { MemberValues } from './member-fields.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The second wall stands on it: every query runs in a transaction whose scope the kit has set. */
export const members = pgTable('members', {
  id: uuid().primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  sectionId: uuid('section_id'),
  accountId: uuid('account_id'),
  version: bigint({ mode: 'number' }).notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  joinedOn: date('joined_on'),
  appliedOn: date('applied_on'),
  activistOn: date('activist_on'),
  candidateOn: date('candidate_on'),
  fullOn: date('full_on'),
  bornOn: date('born_on'),
  workStartedOn: date('work_started_on'),
  lostContactOn: date('lost_contact_on'),
  verifiedOn: date('verified_on'),
  stateOn: date('state_on'),
  stage: text().$type<Stage>().notNull(),
  state: text().$type<MembershipState>().notNull(),
  leftKind: text('left_kind').$type<LeftKind>(),
  sex: text().$type<MemberValues['sex']>(),
  name: text().notNull(),
  givenName: text('given_name').notNull(),
  pinyin: text().notNull(),
  givenPinyin: text('given_pinyin').notNull(),
  initials: text().notNull(),
  idNumber: bytes('id_number'),
  phone: bytes(),
  address: bytes(),
  idNumberHash: bytes('id_number_hash'),
  idNumberTail: bytes('id_number_tail'),
  phoneHash: bytes('phone_hash'),
  phoneTail: bytes('phone_tail'),
  formerName: text('former_name'),
  ethnicity: text(),
  nativePlace: text('native_place'),
  education: text().$type<MemberValues['education']>(),
  degree: text().$type<MemberValues['degree']>(),
  school: text(),
  major: text(),
  post: text(),
  workUnit: text('work_unit'),
  partyPost: text('party_post'),
  note: text(),
  outflow: jsonb().$type<MemberValues['outflow']>(),
  introducers: jsonb().$type<MemberValues['introducers']>().notNull(),
  cultivators: jsonb().$type<MemberValues['cultivators']>().notNull(),
  awards: jsonb().$type<MemberValues['awards']>().notNull(),
  penalties: jsonb().$type<MemberValues['penalties']>().notNull(),
  family: jsonb().$type<MemberValues['family']>().notNull(),
  resume: jsonb().$type<MemberValues['resume']>().notNull(),
  custom: jsonb().$type<CustomValues>().notNull().default({}),
});

export type MemberRow = InferSelectModel<typeof members>;
export type MemberInsert = InferInsertModel<typeof members>;

const keyColumns = [
  'givenName',
  'givenPinyin',
  'initials',
  'idNumberHash',
  'idNumberTail',
  'phoneHash',
  'phoneTail',
] as const;

/** A record without its search keys, which stay in the database. */
export type RecordRow = Omit<MemberRow, (typeof keyColumns)[number]> & {
  /** Of `custom`, what applies where the person is; the rest waits, unseen. */
  readonly customShown: CustomValues;
};

/** The columns of a RecordRow, for prepared SQL over `members m`. */
export const recordColumns = selectList([
  ...Object.keys(getTableColumns(members)).filter(
    (field) => !(keyColumns as readonly string[]).includes(field),
  ),
  'customShown',
]);

/** Values of custom fields that apply at the organization of a row of `members`. */
export function customShown(of: string): string {
  return `case when ${of}.custom = '{}' then ${of}.custom else custom_shown(${of}.organization_id, ${of}.custom) end`;
}

/** The columns of a row of the list. */
export const itemColumns = selectList([
  'id',
  'name',
  'sex',
  'organizationId',
  'sectionId',
  'stage',
  'state',
  'idNumber',
  'joinedOn',
  'verifiedOn',
  'version',
  'updatedAt',
]);
export type ItemRow = Pick<
  MemberRow,
  | 'id'
  | 'name'
  | 'sex'
  | 'organizationId'
  | 'sectionId'
  | 'stage'
  | 'state'
  | 'idNumber'
  | 'joinedOn'
  | 'verifiedOn'
  | 'version'
  | 'updatedAt'
>;

/** Columns of `members m` under the names of their fields. */
export function selectList(fields: readonly string[]): string {
  const columns = getTableColumns(members) as Record<string, { name: string }>;
  // A bigint would come as text; versions of one record stay far below two billion.
  return fields
    .map((field) =>
      field === 'customShown'
        ? `${customShown('m')} as "customShown"`
        : `m.${columns[field]?.name}${field === 'version' ? '::int' : ''} as "${field}"`,
    )
    .join(', ');
}

export const memberHistory = pgTable('member_history', {
  id: uuid().primaryKey(),
  memberId: uuid('member_id').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  at: instant('at').notNull(),
  accountId: uuid('account_id'),
  actorName: text('actor_name'),
  action: text().notNull(),
  changes: jsonb().$type<StoredChange[]>().notNull(),
  reason: text(),
  changeRequestId: uuid('change_request_id'),
});

/** Of a sensitive field the sealed bytes as base64, null where there was nothing. */
export interface StoredChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}
