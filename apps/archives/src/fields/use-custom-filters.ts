import { type ListFilter, useLocale, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { type CustomField, labelOf } from './custom-field.ts';
import { fieldTexts } from './field-texts.ts';
import { useFields } from './queries.ts';

const everywhere = {};

/** One filter for every choice of every list: `班制：倒班`. Nothing to choose where nobody has such a field. */
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
    const filter = { name: 'custom', label: t('group') };
    // Before the fields are known, an address or a view that names a choice is followed all the same.
    return options.length === 0
      ? [{ kind: 'given', ...filter, read: (value) => value }]
      : [{ kind: 'select', ...filter, options }];
  }, [fields, locale, t]);
}
