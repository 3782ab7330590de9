import { type FormField, useLocale, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { customFormFields } from './custom-form-fields.tsx';
import { fieldTexts } from './field-texts.ts';
import { useFields } from './queries.ts';

/** The further fields of a form, for a person or for somebody new at an organization. */
export function useCustomFormFields(
  place: { organizationId: string } | { memberId: string } | null,
  stage: string | undefined,
): FormField[] {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const fields = useFields(place);
  return useMemo(() => customFormFields({ fields, stage, locale, t }), [fields, stage, locale, t]);
}
