import type { MembershipState, Stage } from '@banyan/contracts/person';
import type { CustomValues } from '../fields/custom-field.ts';
import { completed, errorsOf, faultsOf } from '../members/member-checks.ts';
import { isLegalPair, type Standing } from '../members/member.ts';
import { type MemberField, type MemberValues } from '../members/member-fields.ts';
import { blankValues, changedFields } from '../members/member-record.ts';
import { type RowCode, rowMessages } from './import-codes.ts';
import { type ImportField, type ImportMode, importFields, type RowAction } from './import-fields.ts';
import type { Issue, Layout, ParsedRow } from './parse-row.ts';
import { type CustomStep, settleCustom } from './settle-custom.ts';

/** A record on the roll with the ID number of a row. */
export interface Match {
  readonly id: string;
  readonly organizationId: string;
  readonly version: number;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly inScope: boolean;
  readonly values: MemberValues;
  readonly custom: CustomValues;
}

/** What is to become of a row. */
export interface SettledRow {
  readonly action: RowAction | null;
  readonly match: Match | null;
  readonly organizationId: string | null;
  readonly standing: Standing | null;
  /** The whole record as it will be. */
  readonly values: MemberValues;
  readonly changed: readonly MemberField[];
  /** Null where no custom field changes. */
  readonly custom: CustomStep | null;
  readonly errors: readonly Issue<RowCode>[];
}

export interface Judging {
  readonly layout: Layout;
  readonly mode: ImportMode;
  readonly today: string;
}

/** Whether a row can be written, given the record that has its ID number. */
export function settleRow(judging: Judging, parsed: ParsedRow, match: Match | null): SettledRow {
  const mine = match?.inScope === true ? match : null;
  const foreign = match !== null && mine === null;
  if (mine !== null && judging.mode !== 'add') return settleUpdate(judging, parsed, mine);
  const errors = [...parsed.errors];
  const { idNumber } = parsed.values;
  if (judging.mode === 'update') {
    if (idNumber) errors.push({ field: 'idNumber', code: 'update.not-found' });
    else if (!parsed.given.has('idNumber'))
      errors.push({ field: 'idNumber', code: 'update.id-number-required' });
  } else if (mine !== null)
    errors.push({ field: 'idNumber', code: 'duplicate.on-roster', memberId: mine.id });
  else if (foreign) errors.push({ field: 'idNumber', code: 'id-number.taken' });
  return settleAdd(judging, parsed, errors);
}

function settleAdd(judging: Judging, parsed: ParsedRow, errors: Issue<RowCode>[]): SettledRow {
  const { layout, mode, today } = judging;
  const { organizationId, stage } = parsed;
  if (mode !== 'update') {
    if (!parsed.given.has('name')) errors.push({ field: 'name', code: 'value.required' });
    if (organizationId === null && !parsed.given.has('organization'))
      errors.push({ field: 'organization', code: 'value.required' });
    if (stage === null && !parsed.given.has('stage')) errors.push({ field: 'stage', code: 'value.required' });
  }
  const values = completed({ ...blankValues, name: '', ...parsed.values } as MemberValues, today);
  const asked: Standing = { stage: stage ?? 'full', state: parsed.state ?? 'active' };
  const standing: Standing = isLegalPair(asked) ? asked : { ...asked, state: 'active' };
  errors.push(...memberErrors(values, standing, today, null));
  const place = { organizationId, stage, before: {}, isNew: mode !== 'update' };
  const custom = settleCustom(layout, parsed, place, errors);
  const action = errors.length === 0 ? 'add' : null;
  return { action, match: null, organizationId, standing, values, changed: [], custom, errors };
}

/** Blank cells leave the record as it is. */
function settleUpdate({ layout, today }: Judging, parsed: ParsedRow, match: Match): SettledRow {
  const errors = [...parsed.errors];
  const given = { ...parsed.values };
  if (parsed.section !== null) {
    const sectionId = layout.branches.section(match.organizationId, parsed.section);
    if (sectionId === null) errors.push({ field: 'section', code: 'section.unknown' });
    else given.sectionId = sectionId;
  }
  const organizationId = parsed.given.has('organization') ? parsed.organizationId : match.organizationId;
  const differs = (field: ImportField, code: RowCode): void =>
    void errors.push({ field, code, memberId: match.id });
  if (organizationId !== null && organizationId !== match.organizationId)
    differs('organization', 'update.organization-differs');
  if (parsed.given.has('stage') && parsed.stage !== null && parsed.stage !== match.stage)
    differs('stage', 'update.stage-differs');
  if (parsed.state !== null && parsed.state !== match.state) differs('state', 'update.state-differs');
  const values = { ...match.values, ...given, idNumber: match.values.idNumber };
  const changed = changedFields(match.values, values);
  errors.push(...memberErrors(values, match, today, new Set(changed)));
  const home = match.organizationId;
  const place = { organizationId: home, stage: match.stage, before: match.custom, isNew: false };
  const custom = settleCustom(layout, parsed, place, errors);
  const differing = changed.length > 0 || custom !== null;
  const action = errors.length > 0 ? null : differing ? 'update' : 'none';
  return { action, match, organizationId: home, standing: match, values, changed, custom, errors };
}

const fieldSet = new Set<string>(importFields);

/** The rules of the record itself; with `touched`, what a change of these fields answers for. */
function memberErrors(
  values: MemberValues,
  standing: Standing,
  today: string,
  touched: ReadonlySet<string> | null,
): Issue<RowCode>[] {
  const faults = faultsOf(values, { stage: standing.stage, state: standing.state }, today);
  return errorsOf(faults, touched).flatMap(({ field, code }) =>
    code in rowMessages
      ? [{ field: fieldSet.has(field) ? (field as ImportField) : null, code: code as RowCode }]
      : [],
  );
}
