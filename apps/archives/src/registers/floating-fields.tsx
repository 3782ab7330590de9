import type { FieldLimits, FormField } from '@banyan/ui-kit';
import { limits as contract } from '@banyan/api-client/archives-limits';
import type { useMemberWords } from '../members/use-member-words.ts';
import { DestinationField } from '../transfers/DestinationField.tsx';
import { PeopleField } from '../transfers/PeopleField.tsx';
import type { FloatingTranslate } from './floating-texts.ts';

type Context = {
  t: FloatingTranslate;
  words: ReturnType<typeof useMemberWords>;
  /** True for an entry that is on record, whose person and branch stay. */
  known: boolean;
};

const limitsOf = (direction: 'out' | 'in') =>
  contract[
    direction === 'out' ? 'POST /api/archives/registers/outflows' : 'POST /api/archives/registers/inflows'
  ] as Record<string, FieldLimits>;

/** The fields of an entry, limited by what the contract says of each. */
export function floatingFields(direction: 'out' | 'in', { t, words, known }: Context): FormField[] {
  const limits = limitsOf(direction);
  const field = (name: string, more: Partial<FormField> = {}): FormField => ({
    name,
    label: more.label ?? t(name as 'reason'),
    kind: 'text',
    limits: limits[name] ?? {},
    ...more,
  });
  const elsewhere = [
    field('province'),
    field('city'),
    field('partyOrganization', { wide: true }),
    field('since', {
      label: t(direction === 'out' ? 'outSince' : 'inSince'),
      kind: 'date',
      limits: { required: true },
    }),
    field('expectedReturnOn', { label: t('returnOn'), kind: 'date' }),
    field('reason', { wide: true }),
    field('contactName', { heading: t('group.elsewhere') }),
    field('contactPhone', { secret: true }),
  ];
  if (direction === 'out')
    return [
      ...(known
        ? []
        : [
            field('people', {
              label: t('member'),
              kind: 'custom',
              wide: true,
              limits: { required: true },
              control: <PeopleField single />,
            }),
          ]),
      field('abroad', { kind: 'switch' }),
      field('organizationId', {
        label: t('host'),
        kind: 'custom',
        help: t('hostHint'),
        control: <DestinationField />,
      }),
      ...elsewhere,
    ];
  return [
    field('name', { limits: { ...limits['name'], required: true }, heading: t('group.person') }),
    field('sex', { kind: 'select', options: words.options('sex', ['male', 'female']) }),
    field('idNumber', { secret: true }),
    field('phone', { secret: true }),
    ...(known
      ? []
      : [
          field('organizationId', {
            label: t('host'),
            kind: 'organization',
            selectable: ['branch', 'joint-branch'],
            limits: { required: true },
          }),
        ]),
    ...elsewhere.map((one, index) => (index === 0 ? { ...one, heading: t('group.entry') } : one)),
  ];
}
