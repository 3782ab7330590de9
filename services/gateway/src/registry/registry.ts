/** One remote as the console loads it. The type of the same shape in `@banyan/federation` is the reader's side. */
export interface RegistryEntry {
  readonly name: string;
  readonly version: string;
  /** Path of the manifest on the gateway's own origin. */
  readonly entry: string;
  /** Hash (`sha384-…`) of each file, by path relative to the folder of the manifest. */
  readonly integrity: Readonly<Record<string, string>>;
}

export interface Registry {
  readonly remotes: readonly RegistryEntry[];
}

/** A version as an operator sees it. */
export interface RemoteVersion {
  readonly name: string;
  readonly version: string;
  readonly manifestPath: string;
  readonly state: 'current' | 'available';
  readonly pinned: boolean;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** A name or version that can stand in a path and in a row. */
export function isSafeSegment(segment: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(segment);
}

export function manifestPathOf(name: string, version: string): string {
  return `/remotes/${name}/${version}/mf-manifest.json`;
}
