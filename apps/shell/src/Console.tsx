import {
  type Actor,
  ActorProvider,
  ConsoleTheme,
  type LocaleId,
  Problem,
  type ThemeChoice,
  useAntdLocale,
} from '@banyan/ui-kit';
import { singleSlashed } from '@banyan/ui-kit/own-path';
import type { Registry } from '@banyan/federation';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ComponentProps, useEffect, useState } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { HomePage } from './home/HomePage.tsx';
import { ConsoleLayout } from './layout/ConsoleLayout.tsx';
import { lazyProfilePage } from './profile/lazy.ts';
import { NotFound, RemotePage } from './remotes/RemotePage.tsx';
import { RegistryContext } from './session/registry-context.ts';
import { actorKey, fetchActor } from './start/actor-query.ts';
import { storedLocale, storedTheme, storePreferences } from './start/preferences.ts';
import { PageBroken } from './start/PageBroken.tsx';
import { queries } from './start/queries.ts';
import { StartFailed } from './start/StartFailed.tsx';

type Props = {
  start: Actor | Problem;
  registry: Registry;
  antdLocale: ComponentProps<typeof ConsoleTheme>['antdLocale'];
};

// What changes the query alone is navigated to from here: from `//elsewhere/x` that names another host.
const { pathname, search, hash } = location;
if (pathname.startsWith('//')) history.replaceState(null, '', singleSlashed(pathname) + search + hash);

const router = createBrowserRouter([
  {
    Component: ConsoleLayout,
    ErrorBoundary: PageBroken,
    children: [
      { index: true, Component: HomePage },
      { path: 'profile', Component: lazyProfilePage },
      { path: ':remote/*', Component: RemotePage },
      { path: '*', Component: NotFound },
    ],
  },
]);

/** The providers that exist once: queries, theme, language, who I am, and the router. */
export function Console(props: Props) {
  const [start, setStart] = useState(props.start);
  if (start instanceof Problem)
    return (
      <Appearance locale={storedLocale()} theme={storedTheme()} first={props.antdLocale}>
        <StartFailed problem={start} onActor={setStart} />
      </Appearance>
    );
  return (
    <QueryClientProvider client={queries}>
      <RegistryContext value={props.registry}>
        <SignedIn first={start} antdLocale={props.antdLocale} />
      </RegistryContext>
    </QueryClientProvider>
  );
}

function SignedIn(props: { first: Actor; antdLocale: Props['antdLocale'] }) {
  const { data: actor } = useQuery({
    queryKey: actorKey,
    queryFn: fetchActor,
    initialData: props.first,
    staleTime: Infinity,
  });
  const locale = actor.preferences.locale ?? storedLocale();
  const { theme } = actor.preferences;
  useEffect(() => storePreferences({ locale, theme }), [locale, theme]);
  return (
    <Appearance locale={locale} theme={theme} first={props.antdLocale}>
      <ActorProvider actor={actor}>
        <RouterProvider router={router} />
      </ActorProvider>
    </Appearance>
  );
}

function Appearance(props: {
  locale: LocaleId;
  theme: ThemeChoice;
  first: Props['antdLocale'];
  children: React.ReactNode;
}) {
  const antdLocale = useAntdLocale(props.locale, props.first);
  return (
    <ConsoleTheme locale={props.locale} theme={props.theme} antdLocale={antdLocale}>
      {props.children}
    </ConsoleTheme>
  );
}
