import type { FormField, LocaleId, Translate } from '@banyan/ui-kit';
import { appliesAt, customName, customText, type CustomField, labelOf } from './custom-field.ts';
import { boundsText } from './field-bounds.ts';
import type { fieldTexts } from './field-texts.ts';
import { NumberControl, SeveralControl, YesNoControl } from './CustomControls.tsx';

type Place = {
  fields: CustomField[];
  stage: string | undefined;
  locale: LocaleId;
  t: Translate<keyof (typeof fieldTexts)['zh-CN']>;
};

/** The fields that an organization adds, as the form of a record asks for them. */
export function customFormFields({ fields, stage, locale, t }: Place): FormField[] {
  return fields
    .filter((field) => appliesAt(field, stage))
    .map((field, index) => ({
      name: customName(field.key),
      label: labelOf(field, locale),
      ...controlOf(field, locale),
      limits: { ...limitsOf(field), ...(field.required ? { required: true } : {}) },
      ...helpOf(field, t),
      ...(index === 0 ? { heading: t('group') } : {}),
      format: (value) => customText(field, value, locale) ?? '',
    }));
}

function helpOf(field: CustomField, t: Place['t']): { help?: string } {
  const help = [boundsText(field, t), field.help].filter((text) => text !== null);
  return help.length > 0 ? { help: help.join(t('stop')) } : {};
}

/** As the service limits them. */
function limitsOf({ kind }: CustomField): { maxLength?: number } {
  if (kind === 'text') return { maxLength: 200 };
  return kind === 'long-text' ? { maxLength: 2_000 } : {};
}

function controlOf(field: CustomField, locale: LocaleId): Pick<FormField, 'kind'> & Partial<FormField> {
  // A retired choice is still read where it stands.
  const options = field.options.map((option) => ({
    value: option.value,
    label: labelOf(option, locale),
    disabled: option.retired,
  }));
  switch (field.kind) {
    case 'text':
      return { kind: 'text' };
    case 'long-text':
      return { kind: 'textarea', wide: true };
    case 'date':
      return { kind: 'date' };
    case 'number':
      return { kind: 'custom', control: <NumberControl unit={field.unit} /> };
    case 'yes-no':
      return { kind: 'custom', control: <YesNoControl /> };
    case 'one-of':
      return { kind: 'select', options };
    case 'several-of':
      return { kind: 'custom', control: <SeveralControl options={options} /> };
  }
}
