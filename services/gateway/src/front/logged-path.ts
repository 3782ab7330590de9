/** A word of an address, an id, or a file of the build. Anything else may be somebody's token or name. */
const plain =
  /^(?:[a-z][a-z-]{0,39}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{1,9}|[\w.@~-]{1,80}\.[a-z0-9]{2,11})$/;

/** A path as a log may hold it: `/invitation/9f…` becomes `/invitation/…`. */
export function loggedPath(path: string): string {
  return path
    .split('/')
    .slice(0, 12)
    .map((part) => (part === '' || plain.test(part) ? part : '…'))
    .join('/');
}
