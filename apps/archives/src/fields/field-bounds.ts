import type { Translate } from '@banyan/ui-kit';
import type { CustomField } from './custom-field.ts';
import type { fieldTexts } from './field-texts.ts';

/** What a number may be: `0 至 300 分钟`; null where all is allowed. */
export function boundsText(
  { minimum, maximum, unit }: Pick<CustomField, 'minimum' | 'maximum' | 'unit'>,
  t: Translate<keyof (typeof fieldTexts)['zh-CN']>,
): string | null {
  const withUnit = (value: number) => (unit ? `${value} ${unit}` : String(value));
  if (minimum !== null && maximum !== null) return t('limits', { from: minimum, to: withUnit(maximum) });
  if (minimum !== null) return t('limitFrom', { from: withUnit(minimum) });
  return maximum === null ? null : t('limitTo', { to: withUnit(maximum) });
}
