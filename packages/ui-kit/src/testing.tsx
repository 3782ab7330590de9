import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import chinese from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { type Actor, ActorProvider } from './actor.tsx';
import { ConsoleTheme } from './ConsoleTheme.tsx';
import { loadProParts } from './pro-parts.ts';

// Records and forms are drawn at once, as they are from the second one on.
await loadProParts();

export type Call = { method: string; path: string; headers: Headers; body: unknown };
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };

const nobody: Actor = {
  id: 'a',
  username: 'officer',
  displayName: '周岚',
  personId: null,
  permissions: [],
  roles: [],
  roots: [],
  preferences: { locale: 'zh-CN', theme: 'light' },
  session: { id: 's', createdAt: '2026-11-23T00:00:00Z', expiresAt: '2026-11-24T00:00:00Z' },
  demo: false,
};

type Options = {
  /** Address, with its query. */
  at?: string;
  /** Width of the screen in pixels; decides between panel, page and cards. */
  width?: number;
  actor?: Partial<Actor>;
  /** The services, by `METHOD /path`; whatever else is asked answers 404. */
  api?: Record<string, (call: Call) => Answer>;
};

/** A page as the console draws it, on a faked network. Returns the calls it made and where it went. */
export function renderPage(page: ReactNode, options: Options = {}) {
  fakeScreen(options.width ?? 1440);
  const calls = fakeNetwork(options.api ?? {});
  const at = options.at ?? '/';
  const router = createMemoryRouter(
    [
      { path: at.split('?')[0] ?? '/', element: page },
      { path: '*', element: <p>elsewhere</p> },
    ],
    { initialEntries: [at] },
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <QueryClientProvider client={queries}>
      <ConsoleTheme locale="zh-CN" theme="light" antdLocale={chinese}>
        <ActorProvider actor={{ ...nobody, ...options.actor }}>
          <RouterProvider router={router} />
        </ActorProvider>
      </ConsoleTheme>
    </QueryClientProvider>,
  );
  return { ...view, calls, address: () => router.state.location.pathname + router.state.location.search };
}

function fakeScreen(width: number): void {
  globalThis.matchMedia = ((query: string) => {
    const min = Number(/min-width: (\d+)/.exec(query)?.[1] ?? 0);
    const max = Number(/max-width: (\d+)/.exec(query)?.[1] ?? Infinity);
    const matches = query.includes('width') && width >= min && width <= max;
    return {
      matches,
      media: query,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
    };
  }) as unknown as typeof matchMedia;
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

function fakeNetwork(api: NonNullable<Options['api']>): Call[] {
  const calls: Call[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const call: Call = {
      method: request.method,
      path: url.pathname + url.search,
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    calls.push(call);
    const answer = api[`${request.method} ${url.pathname}`]?.(call) ?? {
      status: 404,
      body: { code: 'record.not-found' },
    };
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status ?? 200,
      headers: answer.headers ?? {},
    });
  };
  return calls;
}
