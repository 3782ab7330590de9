import type { ChangeRequestView } from './change-request-views.ts';

/** A request with its version as ETag; with `created`, where it is from now on. Personal data stays out of every cache. */
export function requestResponse(view: ChangeRequestView, created = false): Response {
  return new Response(JSON.stringify(view), {
    status: created ? 201 : 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      etag: `"${view.version}"`,
      ...(created ? { location: `/api/archives/change-requests/${view.id}` } : {}),
    },
  });
}
