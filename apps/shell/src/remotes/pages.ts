import type { Remote, RemoteRoute } from '@banyan/ui-kit/remote';
import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import { queries } from '../start/queries.ts';
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

/** Fetches a page ahead, code and first data: on hover, and at the start while the frame is drawn. */
export function preloadPage(address: string): void {
  const { pathname, searchParams } = new URL(address, location.origin);
  const [, name, ...rest] = pathname.split('/');
  const state = remoteStates().find((candidate) => candidate.name === name);
  if (state?.kind !== 'ready') return;
  for (const route of state.remote.routes) {
    const match = matchPath(`/${route.path}`, `/${rest.join('/')}`);
    if (!match) continue;
    void route.load().catch(() => {});
    route.prefetch?.({ queries, params: match.params, search: searchParams });
    return;
  }
}
