/** One published remote, as the registry tells it. */
export type RegistryEntry = {
  name: string;
  version: string;
  /** Path of its manifest on this origin. */
  entry: string;
  /** Hash of each file, by path relative to the folder of the manifest. */
  integrity: Record<string, string>;
};

export type Registry = { remotes: RegistryEntry[] };

const registered = new Map<string, string>();
let roots: string[] = [];

/** Only files of these entries may be loaded, and only with the hashes given here. */
export function allowRemotes(registry: Registry, origin: string): void {
  registered.clear();
  roots = [];
  for (const remote of registry.remotes) {
    const manifest = new URL(remote.entry, origin);
    if (manifest.origin !== origin) throw new Error(`remote ${remote.name} is not on this origin`);
    roots.push(new URL('.', manifest).href);
    for (const [path, hash] of Object.entries(remote.integrity))
      registered.set(new URL(path, manifest).href, hash);
  }
}

/** The hash that a file must have; throws for a file that the registry does not name. */
export function integrityOf(url: string, base: string): string {
  const { href } = withoutQuery(new URL(url, base));
  const hash = registered.get(href);
  if (hash) return hash;
  throw new Error(
    `refused to load ${href}: ${roots.some((root) => href.startsWith(root)) ? 'no hash in' : 'not in'} the registry`,
  );
}

function withoutQuery(url: URL): URL {
  const plain = new URL(url);
  plain.search = '';
  plain.hash = '';
  return plain;
}
