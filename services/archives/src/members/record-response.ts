import type { MemberView } from './member-views.ts';

/** Personal data stays out of every cache. */
const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export function jsonResponse(value: unknown): Response {
  return textResponse(JSON.stringify(value));
}

/** JSON that is text already. */
export function textResponse(json: string): Response {
  return new Response(json, { headers });
}

/** A record with its version as ETag; with `created`, where it is from now on. */
export function recordResponse(view: MemberView, created = false): Response {
  return new Response(JSON.stringify(view), {
    status: created ? 201 : 200,
    headers: {
      ...headers,
      etag: `"${view.version}"`,
      ...(created ? { location: `/api/archives/members/${view.id}` } : {}),
    },
  });
}
