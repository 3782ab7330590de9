import type { ArchivesSchemas } from '@banyan/api-client/archives';
import type { FieldLimits, FormField, FormValues, Translate } from '@banyan/ui-kit';
import { stages } from '../members/member.ts';
import { type CustomField, fieldKinds, type FieldKind, isList, keyFrom } from './custom-field.ts';
import { NumberControl, SeveralControl } from './CustomControls.tsx';
import type { fieldTexts } from './field-texts.ts';
import { KeyControl } from './KeyControl.tsx';
import { type OptionRow, OptionsControl } from './OptionsControl.tsx';

type Context = {
  t: Translate<keyof (typeof fieldTexts)['zh-CN']>;
  limits: Record<string, FieldLimits>;
  kind: FieldKind;
  stageWord: (stage: string) => string;
  /** The field to change; none for a new one. */
  field?: CustomField;
  /** The key of a new one that nobody names. */
  anyKey: string;
};

/** What is said of a field; key and kind are chosen once. */
export function definitionFields({ t, limits, kind, stageWord, field, anyKey }: Context): FormField[] {
  const text = (name: string, more: Partial<FormField> = {}): FormField => ({
    name,
    label: t(`form.${name}` as 'form.help'),
    kind: 'text',
    limits: limits[name] ?? {},
    ...more,
  });
  const once: FormField[] = field
    ? []
    : [
        text('kind', {
          kind: 'select',
          limits: { required: true },
          options: fieldKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          help: t('form.kindHelp'),
        }),
        text('key', {
          kind: 'custom',
          control: <KeyControl fallback={anyKey} />,
          limits: { ...limits['key'], required: true },
          patternText: t('form.keyFormat'),
          help: t('form.keyHelp'),
        }),
      ];
  return [
    text('labelZh', { limits: { ...limits['labelZh'], required: true } }),
    text('labelEn', { help: t('form.labelEnHelp') }),
    ...once,
    ...(kind === 'number' ? numberFields(text) : []),
    ...(isList(kind)
      ? [
          text('options', {
            kind: 'custom',
            wide: true,
            control: <OptionsControl />,
            help: t('form.optionsHelp'),
            format: (value) =>
              ((value ?? []) as unknown as OptionRow[]).map(({ labelZh }) => labelZh).join(t('separator')),
          }),
        ]
      : []),
    text('help', { kind: 'textarea', wide: true }),
    text('stages', {
      kind: 'custom',
      control: <SeveralControl options={stages.map((value) => ({ value, label: stageWord(value) }))} />,
      help: t('form.stagesHelp'),
      format: (value) => ((value ?? []) as string[]).map(stageWord).join(t('separator')),
    }),
    text('required', {
      kind: 'switch',
      help: t('form.requiredHelp'),
      format: (value) => t(value ? 'yes' : 'no'),
    }),
  ];
}

function numberFields(text: (name: string, more?: Partial<FormField>) => FormField): FormField[] {
  return [
    text('unit'),
    ...['minimum', 'maximum'].map((name) =>
      text(name, { kind: 'custom', control: <NumberControl unit={null} /> }),
    ),
  ];
}

export const blankDefinition: FormValues = {
  labelZh: null,
  labelEn: null,
  kind: 'text',
  key: null,
  help: null,
  required: false,
  stages: [],
  unit: null,
  minimum: null,
  maximum: null,
  options: [],
};

export function definitionValues(field: Record<string, unknown>): FormValues {
  return Object.fromEntries(Object.keys(blankDefinition).map((name) => [name, field[name]])) as FormValues;
}

type Body = ArchivesSchemas['FieldCorrection'] & Partial<ArchivesSchemas['NewField']>;

/** What the service takes: new choices get a value of their own, from their English or their place. */
export function definitionBody(changes: FormValues): Body {
  const body: Record<string, unknown> = { ...changes };
  if ('stages' in changes) body['stages'] = changes['stages'] ?? [];
  if ('options' in changes)
    body['options'] = withValues((changes['options'] ?? []) as unknown as OptionRow[]);
  return body as Body;
}

export function withValues(rows: OptionRow[]): (OptionRow & { value: string })[] {
  const taken = new Set(rows.map(({ value }) => value));
  return rows.map((row, index) => {
    if (row.value) return { ...row, value: row.value };
    const base = keyFrom(row.labelEn ?? '') || `choice-${index + 1}`;
    let value = base;
    for (let copy = 2; taken.has(value); copy += 1) value = `${base.slice(0, 36)}-${copy}`;
    taken.add(value);
    return { ...row, value };
  });
}
