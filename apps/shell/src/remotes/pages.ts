import type { Remote, RemoteRoute } from '@banyan/ui-kit/remote';
import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import { remoteStates } from './load-remotes.ts';

const pages = new Map<RemoteRoute, ComponentType>();

/** One lazy component per route, so that drawing again does not load again. */
export function pageOf(route: RemoteRoute): ComponentType {
  const known = pages.get(route);
  if (known) return known;
  const page = lazy(async () => ({ default: await route.load() }));
  pages.set(route, page);
  return page;
}

/** React remembers a failed load; a retry begins anew. */
export function forgetPages(remote: Remote): void {
  for (const route of remote.routes) pages.delete(route);
}

/** Fetches the code of a page ahead: on hover, or while the page is being asked for. */
export function preloadPage(path: string): void {
  const [, name, ...rest] = path.split('/');
  const state = remoteStates().find((candidate) => candidate.name === name);
  if (state?.kind !== 'ready') return;
  const route = state.remote.routes.find((candidate) =>
    matchPath(`/${candidate.path}`, `/${rest.join('/')}`),
  );
  void route?.load().catch(() => {});
}
