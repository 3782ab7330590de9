import { notFound } from '@banyan/service-kit/error';
import { type AppContext, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { z } from '@hono/zod-openapi';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in the path. What is no id at all names no record either: 404, like any other that is unknown. */
export function idOf(c: AppContext): string {
  const id = c.req.param('id') ?? '';
  if (!uuid.test(id)) throw notFound();
  return id.toLowerCase();
}

/** A route that declares a JSON body. */
interface RouteWithBody<Schema extends z.ZodType> {
  readonly request: {
    readonly body: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  };
}

/** The body of the request as its route declares it; throws `invalid` naming the fields. */
export async function bodyOf<Schema extends z.ZodType>(
  c: AppContext,
  route: RouteWithBody<Schema>,
): Promise<z.output<Schema>> {
  return parseBody(route.request.body.content['application/json'].schema, await jsonOf(c));
}

/** PostgreSQL's text of a `timestamptz` as ISO 8601. */
export function instant(text: string): string {
  return new Date(text).toISOString();
}

export function instantOrNull(text: string | null): string | null {
  return text === null ? null : instant(text);
}
