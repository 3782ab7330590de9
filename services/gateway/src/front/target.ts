/** Where a request target points: `/api/<domain>/…`, or the gateway itself. */
export type Target =
  | { readonly kind: 'service'; readonly domain: string; readonly path: string }
  | { readonly kind: 'own'; readonly path: string }
  | { readonly kind: 'malformed' };

const malformed: Target = { kind: 'malformed' };
const prefix = '/api/';

/**
 * Splits a request target without parsing it. A service resolves dot segments and backslashes, so a path that holds any
 * could arrive somewhere else than it was judged by: it is refused.
 */
export function targetOf(url: string): Target {
  if (url.charCodeAt(0) !== 47) return malformed;
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  if (path.includes('/.') || path.includes('\\') || path.includes('#') || hasEncodedDot(path))
    return malformed;
  if (!path.startsWith(prefix)) return { kind: 'own', path };
  const end = path.indexOf('/', prefix.length);
  return { kind: 'service', domain: path.slice(prefix.length, end === -1 ? path.length : end), path };
}

function hasEncodedDot(path: string): boolean {
  return path.includes('/%') && (path.includes('/%2e') || path.includes('/%2E'));
}
