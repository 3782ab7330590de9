const longest = 2_000;

/**
 * Path, query and hash of an address that was given from outside, when a browser that follows it stays on `origin`;
 * null otherwise. The browser's own reading decides: it drops tabs, turns backslashes and resolves dots.
 */
export function ownPath(address: string, origin: string): string | null {
  if (!address.startsWith('/') || address.length > longest || /\p{Cc}/u.test(address)) return null;
  const url = readAddress(address, origin);
  if (url?.origin !== origin) return null;
  const path = url.pathname + url.search + url.hash;
  // Dots that are resolved may leave two slashes in front, which name another host.
  return path.startsWith('//') ? null : path;
}

/** `URL.parse` is younger than browsers that people sign in with. */
function readAddress(address: string, origin: string): URL | null {
  try {
    return new URL(address, origin);
  } catch {
    return null;
  }
}

/** The same path with one slash in front: with two, whatever is navigated to from there names another host. */
export function singleSlashed(path: string): string {
  return path.replace(/^\/{2,}/, '/');
}
