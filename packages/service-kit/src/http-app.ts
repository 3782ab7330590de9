import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { v7 as uuidv7 } from 'uuid';
import { AppError, type FieldError } from './error.ts';
import { idempotencyKey } from './idempotency.ts';
import type { Kit } from './kit.ts';
import { isFileBody, limitBody } from './limit-body.ts';
import { problemOf, problemResponse } from './problem.ts';
import type { Actor, Scope } from './scope.ts';
import { inSpan } from './telemetry.ts';

export interface AppVariables {
  requestId: string;
  actor: Actor | null;
}
export type AppEnv = { Variables: AppVariables };
export type ServiceApp = OpenAPIHono<AppEnv>;
export type AppContext = Context<AppEnv>;

const maxBodyBytes = 1024 * 1024;

/** A router for a feature, with the same refusal of a body or query of the wrong shape everywhere. */
export function createRouter(): ServiceApp {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success)
        throw new AppError('invalid', 'request.invalid', 'The request has values that cannot be used.', {
          errors: fieldErrors(result.error.issues),
        });
    },
  });
}

/**
 * Declares a route in the contract and mounts its handler without validators: whoever may not act, or may not know that
 * the record exists, is told so before anything of the request is judged. Parse with `parseQuery` and `parseBody`.
 */
export function mountOperation(
  router: ServiceApp,
  route: RouteConfig & { getRoutingPath(): string },
  handler: (c: AppContext) => Promise<Response>,
): void {
  router.openAPIRegistry.registerPath(route);
  router.on(route.method, route.getRoutingPath(), handler);
}

/** A feature's router, and what mounts on it an operation that takes the parts of its service. */
export function createOperations<Parts>(parts: Parts) {
  const router = createRouter();
  const mount = (
    route: RouteConfig & { getRoutingPath(): string },
    operation: (parts: Parts, c: AppContext) => Promise<Response>,
  ): void => mountOperation(router, route, (c) => operation(parts, c));
  return { router, mount };
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  const errors = result.success ? unkeepable(value) : fieldErrors(result.error.issues);
  if (result.success && errors.length === 0) return result.data;
  throw new AppError('invalid', 'request.invalid', 'The request has values that cannot be used.', { errors });
}

/** No text of PostgreSQL holds a NUL, and none of its JSON half a character. */
function unkeepable(value: unknown, at: readonly string[] = []): FieldError[] {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? [
          {
            field: at.join('.') || 'body',
            code: 'invalid_format',
            message: 'Has characters that cannot be kept.',
          },
        ]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...unkeepable(name, at),
    ...unkeepable(part, [...at, name]),
  ]);
}

export function parseQuery<Schema extends z.ZodType>(c: AppContext, schema: Schema): z.output<Schema> {
  return parse(schema, c.req.query());
}

/** The body as JSON, not yet judged. Throws `invalid` for anything else. */
export async function jsonOf(c: AppContext): Promise<unknown> {
  if (isFileBody(c.req.header('content-type')))
    throw new AppError('unsupported', 'body.not-json', 'Send JSON here, not a file.');
  try {
    return await c.req.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError('invalid', 'body.malformed', 'The body is not valid JSON.', {
      errors: [{ field: 'body', code: 'invalid_json', message: 'Send one JSON object.' }],
    });
  }
}

export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  return parse(schema, body);
}

/** Zod's issues as field errors; for a form the path is the name of the input. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const at = issue.path.map(String);
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => ({
      field: [...at, ...(key === undefined ? [] : [key])].join('.') || 'body',
      code: (issue.code === 'custom' && (issue.params?.['code'] as string)) || issue.code || 'invalid',
      message: key === undefined ? issue.message : 'There is no such field.',
    }));
  });
}

/** The app of a service: request id, one log line per request, problem documents, body limit, health, OpenAPI. */
export function createServiceApp(kit: Kit): ServiceApp {
  const app = createRouter();
  app.use(observe(kit));
  app.use('/api/*', limitBody(maxBodyBytes));
  app.onError((error, c) => {
    // Nobody reads this answer: the line of the request says so, and the broken line is no error of ours.
    if (hasLeft(c)) return new Response(null, { status: 499 });
    const problem = problemOf(error);
    if (problem.status >= 500)
      kit.log.error({ error, requestId: c.get('requestId'), code: problem.code }, 'request failed');
    return problemResponse(c, problem);
  });
  app.notFound((c) =>
    problemResponse(c, { status: 404, code: 'record.not-found', title: 'There is no such record.' }),
  );
  return app;
}

/** The document that is the contract with the console, and where it is served. */
export function openApiDocumentOf(app: ServiceApp, domain: string) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `Banyan ${domain}`,
      version: '1.0.0',
      license: { name: 'Apache-2.0' },
    },
  });
}

export function mountOpenApi(app: ServiceApp, domain: string): void {
  let document: unknown;
  app.get(`/api/${domain}/openapi.json`, (c) =>
    c.json((document ??= openApiDocumentOf(app, domain)) as object),
  );
}

/** What the gateway gives. Anything else would be somebody's text in the log. */
const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function observe(kit: Kit): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    const given = c.req.header('x-request-id') ?? '';
    const requestId = isUuid.test(given) ? given : uuidv7();
    c.set('requestId', requestId);
    c.set('actor', null);
    const route = routePath(c, -1);
    // What the gateway logs instead of the path, in which a token may stand. Written past Hono, whose answer stays light.
    if (route.startsWith('/api/')) outgoingOf(c)?.setHeader('x-banyan-route', route);
    await inSpan(`${c.req.method} ${route}`, 'server', c.req.header('traceparent'), next);
    const seconds = (performance.now() - started) / 1000;
    const status = hasLeft(c) ? 499 : c.res.status;
    kit.metrics.requests.observe({ method: c.req.method, route, status }, seconds);
    if (route === '/healthz' || route === '/readyz') return;
    kit.log.info(
      {
        requestId,
        method: c.req.method,
        route,
        status,
        ms: Math.round(seconds * 10_000) / 10,
        account: c.get('actor')?.accountId ?? undefined,
      },
      'request',
    );
  };
}

/** Undefined where the app is asked without a server. */
function outgoingOf(c: AppContext): HttpBindings['outgoing'] | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.outgoing;
}

/** The connection was closed before there was an answer. */
function hasLeft(c: AppContext): boolean {
  return outgoingOf(c)?.destroyed === true;
}

/** The actor of a request; throws `unauthenticated`. Kept on the context, so that asking twice costs nothing. */
export async function actorOf(kit: Kit, c: AppContext): Promise<Actor> {
  const known = c.get('actor');
  if (known !== null) return known;
  const actor = await kit.authenticator.authenticate(c.req.header('authorization'), c.get('requestId'));
  c.set('actor', actor);
  return actor;
}

/** First beat of every operation: who is it, and where does the account hold this permission. */
export async function authorize(kit: Kit, c: AppContext, permission: string): Promise<Scope> {
  return kit.authorizer.authorize(await actorOf(kit, c), permission);
}

/** The version that `If-Match` names. Throws 428 without the header and 400 for anything but one strong tag. */
export function ifMatch(c: AppContext): number {
  const header = c.req.header('if-match');
  if (header === undefined) {
    throw new AppError('precondition-required', 'record.version-required', 'Say which version you changed.', {
      detail: 'Send If-Match with the version you have read.',
    });
  }
  const version = Number(/^"(\d+)"$/.exec(header.trim())?.[1]);
  if (!Number.isSafeInteger(version))
    throw new AppError('invalid', 'record.version-malformed', 'If-Match is not of the form "<version>".');
  return version;
}

/** The request's `Idempotency-Key`, bound to this route and body; null without one. */
export function idempotencyOf(c: AppContext, body: unknown) {
  return idempotencyKey(c.req.header('idempotency-key'), `${c.req.method} ${c.req.path}`, body);
}
