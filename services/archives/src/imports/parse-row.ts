import type { MembershipState, Stage } from '@banyan/contracts/person';
import { isLegalPair, livingStates } from '../members/member.ts';
import { memberFields, type MemberField, type MemberValues } from '../members/member-fields.ts';
import { normalizeIdNumber } from '../members/id-number.ts';
import type { CustomName } from '../fields/change-custom.ts';
import type { CustomValue } from '../fields/custom-field.ts';
import type { BranchIndex } from './branches.ts';
import type { CustomColumns } from './custom-columns.ts';
import type { RowCode, WarningCode } from './import-codes.ts';
import { type ImportField, importFields } from './import-fields.ts';
import type { ImportDefaults } from './import-views.ts';
import { wordKey } from './normal-text.ts';
import { cellOf } from './cell-of.ts';
import { parseCustom } from './parse-custom.ts';
import type { CellMark } from './raw-row.ts';
import { readDate } from './read-date.ts';
import { degreeOf, educationWords, isNothing, sexWords, stageWords, stateWords } from './words.ts';

/** What is wrong with, or worth a look at, one cell. */
export interface Issue<Code extends string = RowCode | WarningCode> {
  readonly field: ImportField | null;
  readonly code: Code;
  readonly rows?: readonly number[];
  readonly suggestions?: readonly { readonly organizationId: string; readonly name: string }[];
  readonly memberId?: string;
}

/** The cells of a row as they are kept. */
export interface KeptRow {
  readonly cells: readonly string[];
  readonly marks?: Readonly<Record<number, CellMark>> | undefined;
  /** Texts by field that stand instead of those of the file. */
  readonly corrections?: Readonly<Partial<Record<ImportField, string>>> | undefined;
}

/** Where each field stands, and what holds for every row of an import. */
export interface Layout {
  readonly columns: ReadonlyMap<ImportField, number>;
  readonly defaults: ImportDefaults;
  readonly date1904: boolean;
  readonly branches: BranchIndex;
  readonly custom?: CustomColumns;
  /** The custom fields among the columns. */
  readonly customNames?: readonly CustomName[];
}

/** What a row says of a person, as far as it can be understood. */
export interface ParsedRow {
  readonly organizationId: string | null;
  readonly stage: Stage | null;
  readonly state: MembershipState | null;
  /** The party group as named, where the row names no branch that it could be looked up in. */
  readonly section: string | null;
  /** The fields that are given, in plain. */
  readonly values: Partial<MemberValues>;
  readonly custom: ReadonlyMap<CustomName, CustomValue>;
  readonly errors: Issue<RowCode>[];
  readonly warnings: Issue<WarningCode>[];
  /** Fields with something in them, understood or not. */
  readonly given: ReadonlySet<ImportField>;
}

/** What parsing finds to say, and the fields with something in them. */
export interface Issues {
  readonly errors: Issue<RowCode>[];
  readonly warnings: Issue<WarningCode>[];
  readonly given: Set<ImportField>;
}

const dateFields = new Set<ImportField>([
  'bornOn',
  'joinedOn',
  'fullOn',
  'lostContactOn',
  'workStartedOn',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'verifiedOn',
]);
const nameLists = new Set<ImportField>(['introducers', 'cultivators']);

/** Understands the cells of a row, one by one. Whether they agree is asked later. */
export function parseRow(layout: Layout, kept: KeptRow): ParsedRow {
  const errors: Issue<RowCode>[] = [];
  const warnings: Issue<WarningCode>[] = [];
  const texts = new Map<ImportField, string>();
  for (const field of importFields) {
    const { text, mark } = cellOf(layout, kept, field);
    if (mark === 'n') errors.push({ field, code: 'formula.no-value' });
    else if (mark === 'e') errors.push({ field, code: 'formula.error' });
    else if (mark === 'r' && (field === 'idNumber' || field === 'phone'))
      errors.push({ field, code: 'value.rounded' });
    else if (text !== '' && (field === 'name' || !isNothing(text))) {
      texts.set(field, text);
      if (mark === 'f') warnings.push({ field, code: 'formula.cached' });
    }
  }
  const values: Record<string, unknown> = {};
  const fail = (field: ImportField, code: RowCode, more: Partial<Issue> = {}) =>
    void errors.push({ ...more, field, code });
  for (const [field, text] of texts) {
    if (dateFields.has(field)) {
      const read = readDate(text, layout.date1904);
      if (typeof read === 'string') fail(field, read);
      else {
        values[field] = read.date;
        if (/^\d{5}(\.\d+)?$/.test(text)) warnings.push({ field, code: 'date.from-number' });
      }
    } else if (nameLists.has(field)) readNames(field, text, values, fail);
    else if (!(field in placed)) readPlain(field, text, values, fail);
  }
  const organizationId = readOrganization(layout, texts.get('organization'), fail);
  const section = texts.get('section');
  if (section !== undefined && organizationId !== null) {
    const sectionId = layout.branches.section(organizationId, section);
    if (sectionId === null) fail('section', 'section.unknown');
    else values['sectionId'] = sectionId;
  }
  const { stage, state } = readStanding(layout, texts, fail);
  const given = new Set<ImportField>(texts.keys());
  const custom = parseCustom(layout, kept, { errors, warnings, given });
  return {
    organizationId,
    stage,
    state,
    section: organizationId === null ? (section ?? null) : null,
    values,
    custom,
    errors,
    warnings,
    given,
  };
}

const placed = { organization: true, section: true, stage: true, state: true } as const;
type Fail = (field: ImportField, code: RowCode, more?: Partial<Issue>) => void;

function readOrganization(
  { branches, defaults }: Layout,
  text: string | undefined,
  fail: Fail,
): string | null {
  if (text === undefined) return defaults.organizationId;
  const found = branches.find(text);
  if (typeof found === 'string') return found;
  fail('organization', found.code, found.suggestions.length > 0 ? { suggestions: found.suggestions } : {});
  return null;
}

function readStanding(
  { defaults }: Layout,
  texts: ReadonlyMap<ImportField, string>,
  fail: Fail,
): { stage: Stage | null; state: MembershipState | null } {
  const stageText = texts.get('stage');
  const stage = stageText === undefined ? defaults.stage : (stageWords.get(wordKey(stageText)) ?? null);
  if (stageText !== undefined && stage === null) fail('stage', 'stage.unknown');
  const stateText = texts.get('state');
  const state = stateText === undefined ? null : (stateWords.get(wordKey(stateText)) ?? null);
  if (stateText !== undefined && state === null) fail('state', 'state.unknown');
  if (state !== null && !livingStates.includes(state)) fail('state', 'state.off-the-roll');
  else if (state !== null && stage !== null && !isLegalPair({ stage, state })) fail('state', 'state.illegal');
  return { stage, state };
}

function readNames(field: ImportField, text: string, values: Record<string, unknown>, fail: Fail): void {
  const names = text
    .split(/[、,;/|\s]+|(?<=\p{Script=Han}{2})[和及](?=\p{Script=Han}{2})/u)
    .filter((name) => name !== '');
  const parsed = memberFields[field as 'introducers'].safeParse(
    names.map((name) => ({ name, memberId: null })),
  );
  if (parsed.success) values[field] = parsed.data;
  else fail(field, 'value.unusable');
}

function readPlain(field: ImportField, text: string, values: Record<string, unknown>, fail: Fail): void {
  if (field === 'sex' || field === 'education' || field === 'degree') {
    const key = wordKey(text);
    const found =
      field === 'sex' ? sexWords.get(key) : field === 'education' ? educationOf(key) : degreeOf(text);
    if (found) values[field] = found;
    else fail(field, `${field}.unknown`);
    return;
  }
  const plain = plainOf(field, text);
  const parsed = memberFields[field as MemberField].safeParse(plain);
  if (parsed.success) values[field] = parsed.data;
  else if (field === 'phone') fail(field, 'phone.form');
  else if (field === 'idNumber') fail(field, 'id-number.form');
  else
    fail(
      field,
      parsed.error.issues.some(({ code }) => code === 'too_big') ? 'value.too-long' : 'value.unusable',
    );
}

/** `大学本科/工学学士` and the like begin with the level. */
function educationOf(key: string): MemberValues['education'] | undefined {
  const exact = educationWords.get(key);
  if (exact !== undefined) return exact;
  return [...educationWords].find(
    ([word]) => /\p{Script=Han}{2}/u.test(word) && key.replace(/^(全日制|在职|函授|成人|自考)/, '') === word,
  )?.[1];
}

function plainOf(field: ImportField, text: string): string {
  if (field === 'idNumber') return normalizeIdNumber(text).replace(/^['’]/, '');
  if (field === 'ethnicity' && /^\p{Script=Han}{1,3}$/u.test(text) && !text.endsWith('族'))
    return `${text}族`;
  if (field === 'phone') return text.replaceAll(/[—–－]/g, '-').replace(/^(电话|手机)[:：]?/, '');
  return text;
}
