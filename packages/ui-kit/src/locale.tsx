import { createContext, type ReactNode, use, useMemo } from 'react';

export const localeIds = ['zh-CN', 'en-US'] as const;
export type LocaleId = (typeof localeIds)[number];

/** One text in both languages. */
export type LocalText = Record<LocaleId, string>;

const LocaleContext = createContext<LocaleId>('zh-CN');

export function LocaleProvider(props: { locale: LocaleId; children: ReactNode }) {
  return <LocaleContext value={props.locale}>{props.children}</LocaleContext>;
}

export function useLocale(): LocaleId {
  return use(LocaleContext);
}

/** Texts of one remote or feature; the Chinese keys are the type of every other language. */
export type Catalog<Key extends string = string> = Record<LocaleId, Record<Key, string>>;
export type TextParams = Record<string, string | number>;
export type Translate<Key extends string> = (key: Key, params?: TextParams) => string;

export function defineCatalog<const Texts extends Record<string, string>>(
  chinese: Texts,
  english: { [Key in keyof Texts]: string },
): Catalog<keyof Texts & string> {
  return { 'zh-CN': chinese, 'en-US': english };
}

export function useText<Key extends string>(catalog: Catalog<Key>): Translate<Key> {
  const locale = useLocale();
  return useMemo(() => (key, params) => formatText(catalog[locale][key], locale, params), [catalog, locale]);
}

/** `{name}` inserts a value (numbers grouped), `{count|person|people}` picks one of two forms. */
export function formatText(text: string, locale: LocaleId, params: TextParams = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (_whole, name: string, one?: string, many?: string) => {
      const value = params[name] ?? '';
      if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
      return typeof value === 'number' ? formatNumber(value, locale) : value;
    },
  );
}

const numbers: Partial<Record<LocaleId, Intl.NumberFormat>> = {};

export function formatNumber(value: number, locale: LocaleId): string {
  numbers[locale] ??= new Intl.NumberFormat(locale);
  return numbers[locale].format(value);
}
