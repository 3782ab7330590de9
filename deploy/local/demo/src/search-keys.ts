import { type SearchKeys, searchKeys } from '@banyan/archives-service/members/name-keys';

const kept = new Map<string, SearchKeys>();
const mostKept = 60_000;

/** Search keys by the rule of archives. Pinyin takes longer than all else, and many people share a name. */
export function keysOf(name: string): SearchKeys {
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const keys = searchKeys(name);
  kept.set(name, keys);
  return keys;
}

export function pinyinOf(name: string): string {
  return keysOf(name).pinyin;
}
