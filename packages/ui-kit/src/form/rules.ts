import type { FormItemProps } from 'antd';
import type { LocaleId } from '../locale.tsx';
import { fieldErrorText } from '../problem-text.ts';
import type { FormField } from './fields.tsx';

type Rule = NonNullable<FormItemProps['rules']>[number];

/** Validation in the field, from the limits that the service itself enforces. */
export function rulesOf(field: FormField, locale: LocaleId): Rule[] {
  const { limits } = field;
  if (!limits) return [];
  const words = (code: string) => fieldErrorText(code, code, locale);
  const rules: Rule[] = [];
  if (limits.required)
    rules.push({ required: true, whitespace: field.kind === 'text', message: words('required') });
  if (limits.minLength) rules.push({ min: limits.minLength, message: words('too_small') });
  if (limits.maxLength) rules.push({ max: limits.maxLength, message: words('too_big') });
  if (limits.pattern)
    rules.push({
      pattern: new RegExp(limits.pattern),
      message: field.patternText ?? words('invalid_format'),
    });
  return rules;
}
