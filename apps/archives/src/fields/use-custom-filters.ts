import { type ListFilter, useLocale, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { type CustomField, labelOf } from './custom-field.ts';
import { fieldTexts } from './field-texts.ts';
import { useFields } from './queries.ts';

const everywhere = {};

/** One filter for every choice of every list: `班制：倒班`. Nothing where nobody has such a field. */
export function useCustomFilters(): ListFilter[] {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const fields = useFields(everywhere);
  return useMemo(() => {
    const choices = (field: CustomField): { value: string; label: string }[] =>
      field.kind === 'yes-no'
        ? [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]
        : field.options.map((option) => ({ value: option.value, label: labelOf(option, locale) }));
    const options = fields
      .filter(({ archived }) => !archived)
      .flatMap((field) =>
        choices(field).map(({ value, label }) => ({
          value: `${field.key}:${value}`,
          label: t('choiceOf', { field: labelOf(field, locale), choice: label }),
        })),
      );
    return options.length === 0 ? [] : [{ kind: 'select', name: 'custom', label: t('group'), options }];
  }, [fields, locale, t]);
}
