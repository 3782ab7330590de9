import type { FieldLimits, FormField, FormValues } from '@banyan/ui-kit';
import { limits as contract } from '@banyan/api-client/archives-limits';
import type { useMemberWords } from '../members/use-member-words.ts';
import { DestinationField } from './DestinationField.tsx';
import { PeopleField } from './PeopleField.tsx';
import { type ApplyKind, defaultValidDays } from './transfer.ts';
import type { ApplyTranslate } from './apply-texts.ts';

type Context = {
  t: ApplyTranslate;
  words: ReturnType<typeof useMemberWords>;
  kind: ApplyKind;
};

const required: FieldLimits = { required: true };
const name: FieldLimits = { required: true, maxLength: 60 };
const monthPattern = '^\\d{4}-(0[1-9]|1[0-2])$';
const daysPattern = '^([1-9]|[1-8]\\d|90)$';

/** What has to be said of a transfer of this kind. */
export function applyFields(context: Context): FormField[] {
  const { t, kind } = context;
  const who = kind === 'in' ? arriving(context) : leaving(context);
  return [...who, ...terms(t, kind)];
}

function leaving({ t, kind }: Context): FormField[] {
  const people: FormField = {
    name: 'people',
    label: t('people'),
    kind: 'custom',
    wide: true,
    limits: required,
    control: <PeopleField single={kind === 'out'} />,
  };
  if (kind === 'out')
    return [
      people,
      { name: 'outsideName', label: t('outsideName'), kind: 'text', limits: name, wide: true },
      { name: 'outsideAddress', label: t('address'), kind: 'text', limits: { maxLength: 60 }, wide: true },
    ];
  const branch: FormField = {
    name: 'fromOrganizationId',
    label: t('from'),
    kind: 'organization',
    selectable: ['branch', 'joint-branch'],
    wide: true,
    limits: required,
    help: t('branchHint'),
  };
  const to: FormField = {
    name: 'toOrganizationId',
    label: t('destination'),
    kind: 'custom',
    wide: true,
    limits: required,
    control: <DestinationField />,
  };
  return [kind === 'branch' ? branch : people, to];
}

function arriving({ t, words }: Context): FormField[] {
  const admit = contract['POST /api/archives/members'] as Record<string, FieldLimits>;
  const person = (field: string, more: Partial<FormField> = {}): FormField => ({
    name: field,
    label: words.field(field),
    kind: admit[field]?.enum ? 'select' : field.endsWith('On') ? 'date' : 'text',
    limits: admit[field] ?? {},
    ...(admit[field]?.enum ? { options: words.options(field, admit[field].enum) } : {}),
    ...more,
  });
  return [
    {
      name: 'outsideName',
      label: t('outsideFrom'),
      kind: 'text',
      limits: name,
      heading: t('group.outsideLetter'),
    },
    { name: 'letterNumber', label: t('letterNumber'), kind: 'text', limits: name },
    { name: 'issuedOn', label: t('issuedOn'), kind: 'date', limits: required },
    { name: 'expiresOn', label: t('expiresOn'), kind: 'date', limits: required },
    { name: 'outsideAddress', label: t('address'), kind: 'text', limits: { maxLength: 60 }, wide: true },
    person('name', { heading: t('group.arriving') }),
    person('stage', { limits: { ...admit['stage'], required: true } }),
    person('idNumber', { secret: true }),
    person('sex'),
    person('bornOn'),
    person('ethnicity'),
    person('joinedOn'),
    person('fullOn'),
    person('phone', { secret: true }),
    {
      name: 'toOrganizationId',
      label: t('receiving'),
      kind: 'organization',
      selectable: ['branch', 'joint-branch'],
      limits: required,
    },
  ];
}

function terms(t: Context['t'], kind: ApplyKind): FormField[] {
  return [
    {
      name: 'reason',
      label: t('reason'),
      kind: 'textarea',
      wide: true,
      limits: { required: true, maxLength: 500 },
      heading: t('group.terms'),
    },
    {
      name: 'duesPaidThrough',
      label: t('dues'),
      kind: 'text',
      limits: { pattern: monthPattern },
      patternText: t('monthBad'),
      placeholder: '2026-11',
      help: t('duesHint'),
    },
    ...(kind === 'in'
      ? []
      : [
          {
            name: 'validDays',
            label: t('validDays'),
            kind: 'text' as const,
            limits: { pattern: daysPattern },
            patternText: t('daysBad'),
            help: t('validDaysHint'),
          },
        ]),
  ];
}

export function initialOf(fields: readonly FormField[], people: string[], kind: ApplyKind): FormValues {
  const blank = Object.fromEntries(fields.map((field) => [field.name, null]));
  return {
    ...blank,
    people: (kind === 'out' ? people.slice(0, 1) : people).join(',') || null,
    validDays: String(defaultValidDays),
    stage: 'full',
  };
}
