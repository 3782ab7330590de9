import { type ListColumn, useLocale } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { customName, customText, labelOf } from './custom-field.ts';
import { useFields } from './queries.ts';

type Row = { id: string; custom?: Record<string, unknown> };

const everywhere = {};

/** Columns for the fields of everybody in sight, for whoever chooses them. The list asks for their values only then. */
export function useCustomColumns<OneRow extends Row>(): ListColumn<OneRow>[] {
  const locale = useLocale();
  const fields = useFields(everywhere);
  return useMemo(
    () =>
      fields
        .filter(({ archived }) => !archived)
        .map((field) => ({
          key: customName(field.key),
          title: labelOf(field, locale),
          render: (row) => customText(field, row.custom?.[field.key], locale),
          asks: field.key,
          hidden: true,
          phone: true,
          ...(field.kind === 'number' ? { align: 'end' as const } : {}),
        })),
    [fields, locale],
  );
}
