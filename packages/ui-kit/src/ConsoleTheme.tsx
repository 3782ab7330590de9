import { App, ConfigProvider } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type LocaleId, LocaleProvider } from './locale.tsx';
import { consoleTheme } from './theme.ts';
import { ThemeContext } from './theme-context.ts';
import { narrow, useMedia } from './use-wide.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';
type AntdLocale = NonNullable<Parameters<typeof ConfigProvider>[0]['locale']>;

// Chinese comes at once, since nearly everybody reads it; another language costs a round trip.
const antdLocales: Record<LocaleId, () => Promise<AntdLocale>> = {
  'zh-CN': async () => chinese,
  'en-US': async () => (await import('antd/es/locale/en_US.js')).default,
};

/** The one ConfigProvider and App of the console; `loadAntdLocale` runs before the first render. */
export function ConsoleTheme(props: {
  locale: LocaleId;
  antdLocale: AntdLocale;
  theme: ThemeChoice;
  children: ReactNode;
}) {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const name = props.theme === 'system' ? (systemIsDark ? 'dark' : 'light') : props.theme;
  const touch = useMedia(narrow);
  const config = useMemo(() => consoleTheme(name, touch), [name, touch]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = name;
    document.documentElement.lang = props.locale;
    dayjs.locale(props.locale === 'zh-CN' ? 'zh-cn' : 'en');
  }, [name, props.locale]);
  return (
    <LocaleProvider locale={props.locale}>
      <ThemeContext value={name}>
        <ConfigProvider theme={config} locale={props.antdLocale} button={{ autoInsertSpace: false }}>
          <App component={false}>{props.children}</App>
        </ConfigProvider>
      </ThemeContext>
    </LocaleProvider>
  );
}

export async function loadAntdLocale(locale: LocaleId): Promise<AntdLocale> {
  return antdLocales[locale]();
}

/** The antd texts of a language, kept until those of the next one have come. */
export function useAntdLocale(locale: LocaleId, first: AntdLocale): AntdLocale {
  const [loaded, setLoaded] = useState(first);
  useEffect(() => {
    let current = true;
    void loadAntdLocale(locale).then((next) => current && setLoaded(next));
    return () => {
      current = false;
    };
  }, [locale]);
  return loaded;
}
