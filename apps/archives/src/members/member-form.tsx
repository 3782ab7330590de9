import { type FieldLimits, type FormField, type FormValues, Problem, type Translate } from '@banyan/ui-kit';
import type { Member } from './member.ts';
import { sensitiveFields } from './member.ts';
import type { memberTexts } from './member-texts.ts';
import { NamesField } from './NamesField.tsx';
import { type Row, type RowColumn, RowsField } from './RowsField.tsx';
import { SectionField } from './SectionField.tsx';
import type { useMemberWords } from './use-member-words.ts';

type MemberTranslate = Translate<keyof (typeof memberTexts)['zh-CN']>;
type Context = {
  t: MemberTranslate;
  words: ReturnType<typeof useMemberWords>;
  limits: Record<string, FieldLimits>;
  /** The record to correct; none for a new one. */
  member?: Member;
  /** The fields that the organization adds. */
  custom?: FormField[];
};

const dates = [
  'bornOn',
  'workStartedOn',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'joinedOn',
  'fullOn',
  'lostContactOn',
  'verifiedOn',
];

/** The fields of a record in groups, limited by what the service's contract says of each. */
export function memberFields(context: Context): FormField[] {
  const { t, words, limits, member } = context;
  const field = (name: string, more: Partial<FormField> = {}): FormField => ({
    name,
    label: words.field(name),
    kind: dates.includes(name) ? 'date' : limits[name]?.enum ? 'select' : 'text',
    limits: limits[name] ?? {},
    ...(limits[name]?.enum ? { options: words.options(name, limits[name].enum) } : {}),
    ...more,
  });
  const sensitive = (name: (typeof sensitiveFields)[number], more: Partial<FormField> = {}) =>
    field(name, {
      secret: true,
      ...(member?.[name] ? { placeholder: t('keepIfEmpty', { value: member[name] }) } : {}),
      ...more,
    });
  return [
    field('name', { heading: t('group.person') }),
    field('formerName'),
    field('sex'),
    field('ethnicity', { placeholder: t('ethnicityHint') }),
    field('bornOn'),
    field('nativePlace'),
    sensitive('idNumber', { heading: t('group.contact') }),
    sensitive('phone', { patternText: t('phoneFormat') }),
    sensitive('address', { wide: true }),
    ...['education', 'degree', 'school', 'major', 'workUnit', 'post', 'workStartedOn'].map((name, index) =>
      field(name, index === 0 ? { heading: t('group.work') } : {}),
    ),
    ...homeFields(context, field),
    field('partyPost'),
    ...['appliedOn', 'activistOn', 'candidateOn', 'joinedOn', 'fullOn', 'lostContactOn', 'verifiedOn'].map(
      (name) => field(name),
    ),
    names(context, 'introducers', 2),
    names(context, 'cultivators', 4),
    ...Object.keys(rowLists).map((name) => rows(context, name as RowList)),
    field('note', { kind: 'textarea', wide: true }),
    ...(context.custom ?? []),
  ];
}

/** Where somebody belongs: a new record needs its branch, and the party group goes with the branch. */
function homeFields(
  { t, words, limits, member }: Context,
  field: (name: string, more?: Partial<FormField>) => FormField,
): FormField[] {
  const section: FormField = {
    name: 'sectionId',
    label: words.field('sectionId'),
    kind: 'custom',
    ...(member ? { heading: t('group.membership') } : {}),
    control: <SectionField {...(member ? { member } : {})} />,
    format: (value) => words.value('sectionId', value) ?? '',
  };
  if (member) return [section];
  return [
    field('organizationId', {
      kind: 'organization',
      selectable: ['branch', 'joint-branch'],
      limits: { ...limits['organizationId'], required: true },
      heading: t('group.membership'),
    }),
    section,
    field('stage'),
  ];
}

function names({ t, words }: Context, name: 'introducers' | 'cultivators', max: number): FormField {
  return {
    name,
    label: words.field(name),
    kind: 'custom',
    control: <NamesField max={max} placeholder={t('introducersHint', { max })} />,
    format: (value) => (Array.isArray(value) ? value.join('、') : ''),
  };
}

type RowList = keyof typeof rowLists;
const rowLists = {
  awards: { max: 50, columns: ['on', 'title*', 'by'] },
  penalties: { max: 20, columns: ['on', 'title*', 'by'] },
  family: { max: 30, columns: ['relation*', 'name*', 'bornOn', 'work'] },
  resume: { max: 60, columns: ['from*', 'to', 'place*', 'post'] },
  outflow: { max: 1, columns: ['since*', 'to*', 'reason'] },
} as const;
const dayColumns = new Set(['on', 'bornOn', 'from', 'since']);

function rows(context: Context, name: RowList): FormField {
  const { words } = context;
  return {
    name,
    label: words.field(name),
    kind: 'custom',
    wide: true,
    control: (
      <RowsField name={words.field(name)} columns={columnsOf(context, name)} max={rowLists[name].max} />
    ),
    format: (value) => words.value(name, value) ?? '',
  };
}

function columnsOf({ t }: Context, list: RowList): RowColumn[] {
  return rowLists[list].columns.map((spec) => {
    const name = spec.replace('*', '');
    const isDay = dayColumns.has(name) || (name === 'to' && list === 'resume');
    const key = name === 'to' && list === 'outflow' ? 'destination' : name;
    return {
      name,
      label: t(`row.${key}` as 'row.on'),
      kind: isDay ? 'date' : 'text',
      required: spec.endsWith('*'),
    };
  });
}

/** Rows that were begun and not finished are refused here: the service would only say where. */
export function refuseIncompleteRows(context: Context, values: FormValues): void {
  const errors = Object.keys(rowLists).flatMap((name) => {
    const list = (values[name] ?? []) as unknown as Row[];
    const missing = columnsOf(context, name as RowList).find(
      (column) => column.required && list.some((row) => !row[column.name]?.trim()),
    );
    if (!missing) return [];
    return [
      { field: name, code: 'row-incomplete', message: context.t('rowIncomplete', { field: missing.label }) },
    ];
  });
  if (errors.length > 0) throw new Problem(400, { code: 'console.status-422', errors });
}
