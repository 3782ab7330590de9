import type { Fact, LocaleId } from '@banyan/ui-kit';
import { appliesAt, customText, type CustomField, labelOf } from './custom-field.ts';

/** What a record says in the fields that its organization added; what is asked for and missing shows as empty. */
export function customFacts(
  fields: CustomField[],
  values: Record<string, unknown>,
  stage: string,
  locale: LocaleId,
): Fact[] {
  return fields
    .filter((field) => !field.archived && (field.key in values || appliesAt(field, stage)))
    .map((field) => ({
      label: labelOf(field, locale),
      value: customText(field, values[field.key], locale),
      ...(field.kind === 'long-text' ? { wide: true } : {}),
    }));
}
