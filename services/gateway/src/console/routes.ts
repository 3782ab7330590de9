import { extname, join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { AppError, notFound } from '@banyan/service-kit/error';
import { type Context, Hono } from 'hono';
import type { FollowedRegistry } from '../registry/follow-registry.ts';
import type { ReadSession } from '../sessions/read-session.ts';
import { createPage, type Page } from './page.ts';
import { createStaticFiles, immutable, revalidate, type StaticFiles } from './static-files.ts';

export interface ConsoleOptions {
  readonly shellDir: string;
  readonly remotesDir: string;
  readonly insecure: boolean;
  readonly registry: FollowedRegistry;
  readonly readSession: ReadSession;
}

type Bindings = { Bindings: HttpBindings };

/** Pages for whoever has no session: signing in, the first start, the first password by a one-time link. */
const openPages = ['/sign-in', '/setup', '/invitation'];

/** `name.<hash>.ext`: the content can never change under this name. */
const hashedName = /\.[0-9a-f]{8,}\.[a-z0-9]+(\.map)?$/;

/** The console: files of the shell and of the remotes, the sign-in page, and `index.html` for every page address. */
export function consoleRoutes(options: ConsoleOptions): Hono<Bindings> {
  const { shellDir, insecure, registry, readSession } = options;
  const shellFiles = createStaticFiles(shellDir);
  const remoteFiles = createStaticFiles(options.remotesDir);
  const indexPage = createPage({
    file: join(shellDir, 'index.html'),
    registry: () => registry.json(),
    insecure,
  });
  const signInPage = createPage({ file: join(shellDir, 'sign-in.html'), insecure });

  const routes = new Hono<Bindings>();
  routes.get('/registry.json', (c) => c.body(registry.json(), 200, jsonHeaders));
  routes.get('/remotes/*', (c) => file(c, remoteFiles, rawPath(c).slice('/remotes/'.length), immutable));
  for (const path of openPages) routes.get(path, (c) => page(c, signInPage));
  routes.get('/sign-in.html', (c) => c.redirect('/sign-in'));
  routes.get('/index.html', (c) => c.redirect('/'));
  routes.get('*', async (c) => {
    const path = rawPath(c);
    if (extname(path) !== '')
      return file(c, shellFiles, path.slice(1), hashedName.test(path) ? immutable : revalidate);
    if (await isSignedOut(c, readSession)) return c.redirect(signInAddress(c), 302);
    return page(c, indexPage);
  });
  return routes;
}

const jsonHeaders = { 'content-type': 'application/json', 'cache-control': 'no-cache' };

/** The path as it was sent, still percent-encoded. */
function rawPath(c: Context<Bindings>): string {
  const url = c.env.incoming.url as string;
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}

/** Identity being away signs nobody out: the console then says itself what it cannot reach. */
async function isSignedOut(c: Context<Bindings>, readSession: ReadSession): Promise<boolean> {
  try {
    return (await readSession(c.env.incoming)) === null;
  } catch (error) {
    if (error instanceof AppError) throw error;
    return false;
  }
}

function signInAddress(c: Context<Bindings>): string {
  const url = c.env.incoming.url as string;
  return url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(url)}`;
}

async function file(
  c: Context<Bindings>,
  files: StaticFiles,
  path: string,
  cacheControl: string,
): Promise<Response> {
  const { headers } = c.env.incoming;
  const acceptEncoding = headers['accept-encoding'];
  const found = await files({
    path,
    acceptEncoding: typeof acceptEncoding === 'string' ? acceptEncoding : undefined,
    ifNoneMatch: headers['if-none-match'],
    cacheControl,
  });
  if (found === null) throw notFound();
  return found;
}

async function page(c: Context<Bindings>, shown: Page): Promise<Response> {
  const answer = await shown.answer(c.env.incoming.headers['if-none-match']);
  if (answer !== null) return answer;
  throw new AppError('unavailable', 'gateway.console-missing', 'The console has not been built yet.', {
    detail: 'npm start builds it.',
    retryAfterSeconds: 5,
  });
}
