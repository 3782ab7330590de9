import type { MemberView } from './member-views.ts';

/** Personal data stays out of every cache. */
const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export function jsonResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers });
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
