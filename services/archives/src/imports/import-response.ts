import type { ImportView } from './import-views.ts';

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export function importResponse(view: ImportView): Response {
  return new Response(JSON.stringify(view), { headers: { ...headers, etag: `"${view.version}"` } });
}

/** Long work has begun; where its progress is. */
export function begunResponse(view: ImportView): Response {
  return new Response(JSON.stringify(view), {
    status: 202,
    headers: { ...headers, etag: `"${view.version}"`, location: `/api/archives/imports/${view.id}` },
  });
}
