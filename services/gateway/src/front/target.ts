/** Where a request target points: `/api/<domain>/…`, or the gateway itself. */
export type Target =
  | { readonly kind: 'service'; readonly domain: string; readonly path: string }
  | { readonly kind: 'own'; readonly path: string }
  | { readonly kind: 'malformed' };

const malformed: Target = { kind: 'malformed' };
const prefix = '/api/';

/** What no address of ours holds, and what a service would read as another path than the one that was judged here. */
const unusual = /\/\/|\/\.|[\\#]|[^\x21-\x7e]/;

/** Letters, digits, marks and slashes that need no encoding, control characters, and what is no encoding at all. */
const misencoded =
  /%(?:[01][0-9a-f]|2[df]|2e|3[0-9]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef]|(?![0-9a-f]{2}))/i;

/**
 * Splits a request target without parsing it. One path has one spelling here: limits, routes and logs compare what a
 * service will see. Any other spelling is refused rather than tidied, since no client of ours sends one.
 */
export function targetOf(url: string): Target {
  if (url.charCodeAt(0) !== 47) return malformed;
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  if (unusual.test(path) || (path.includes('%') && !isEncodedOnce(path))) return malformed;
  if (!path.startsWith(prefix)) return { kind: 'own', path };
  const end = path.indexOf('/', prefix.length);
  return { kind: 'service', domain: path.slice(prefix.length, end === -1 ? path.length : end), path };
}

/** True for UTF-8 whose every encoded byte had to be encoded. */
function isEncodedOnce(path: string): boolean {
  if (misencoded.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
