import { type LocaleId, localeIds, type ThemeChoice } from '@banyan/ui-kit';

const keys = { locale: 'banyan.locale', theme: 'banyan.theme' };

/** What this browser last showed: right from the first paint, before the account is known. */
export function storedLocale(): LocaleId {
  const stored = localStorage.getItem(keys.locale);
  if (localeIds.includes(stored as LocaleId)) return stored as LocaleId;
  return navigator.language.toLowerCase().startsWith('zh')
    ? 'zh-CN'
    : navigator.languages.some((language) => language.toLowerCase().startsWith('zh'))
      ? 'zh-CN'
      : 'en-US';
}

export function storedTheme(): ThemeChoice {
  const stored = localStorage.getItem(keys.theme);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function storePreferences(preferences: { locale: LocaleId; theme: ThemeChoice }): void {
  localStorage.setItem(keys.locale, preferences.locale);
  localStorage.setItem(keys.theme, preferences.theme);
}

/** Before the first paint, so that a dark desk does not flash white. */
export function applyStoredTheme(): void {
  const choice = storedTheme();
  const dark =
    choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
