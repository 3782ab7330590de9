import type { FieldLimits, FormField } from '@banyan/ui-kit';
import { stages, states } from '../members/member.ts';
import type { useMemberWords } from '../members/use-member-words.ts';
import { ChoicesField } from './ChoicesField.tsx';
import type { VerificationTranslate } from './verification-texts.ts';

type Context = {
  t: VerificationTranslate;
  words: ReturnType<typeof useMemberWords>;
  limits: Record<string, FieldLimits>;
};

/** The words of a round. */
export function wordFields({ t, limits }: Pick<Context, 't' | 'limits'>): FormField[] {
  return [
    {
      name: 'title',
      label: t('name'),
      kind: 'text',
      wide: true,
      placeholder: t('nameHint'),
      limits: { ...limits['title'], required: true },
    },
    {
      name: 'question',
      label: t('question'),
      kind: 'text',
      wide: true,
      placeholder: t('questionHint'),
      limits: limits['question'] ?? {},
    },
    { name: 'note', label: t('note'), kind: 'textarea', wide: true, limits: limits['note'] ?? {} },
  ];
}

export function dueField({ t, limits }: Pick<Context, 't' | 'limits'>): FormField {
  return { name: 'dueOn', label: t('dueOn'), kind: 'date', limits: { ...limits['dueOn'], required: true } };
}

/** A new round: where it goes down from, and whom it asks about. */
export function newRoundFields(context: Context): FormField[] {
  const { t, words, limits } = context;
  const choices = (name: 'stages' | 'states', field: string, all: readonly string[]): FormField => ({
    name,
    label: t(name),
    kind: 'custom',
    wide: true,
    control: <ChoicesField options={words.options(field, all)} />,
  });
  return [
    {
      name: 'organizationId',
      label: t('organizationId'),
      kind: 'organization',
      selectable: ['group', 'committee', 'general-branch', 'branch', 'joint-branch'],
      limits: { ...limits['organizationId'], required: true },
    },
    dueField(context),
    ...wordFields(context),
    choices('stages', 'stage', stages),
    choices('states', 'state', states),
  ];
}
