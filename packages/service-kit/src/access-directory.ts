import type { Access, CompiledGrant } from '@banyan/contracts/access';
import type { OrganizationTree } from './organization-tree.ts';
import { mergeRanges, nodeRange, type PathRange, subtreeRange } from './scope.ts';

/** What one permission reaches for one account, compiled against one edition of the tree. */
export interface Reach {
  readonly whole: boolean;
  readonly ranges: readonly PathRange[];
  readonly self: boolean;
  /** Instant in ms until which this holds: the next edge of a grant with a term. */
  readonly until: number;
}

interface Entry {
  readonly access: Access;
  edition: number;
  reaches: Map<string, Reach | null>;
}

/** The access of active accounts in memory. A check is two map look-ups and a comparison of strings. */
export interface AccessDirectory {
  put(access: Access): void;
  /** The revision held for an account, -1 when none. */
  revision(accountId: string): number;
  access(accountId: string): Access | undefined;
  /** What the permission reaches now, or null when the account holds it nowhere. */
  reach(accountId: string, permission: string, now: number): Reach | null;
}

/** `maxAccounts` bounds memory: the account unused for longest is dropped and asked for again. */
export function createAccessDirectory(tree: () => OrganizationTree, maxAccounts = 20_000): AccessDirectory {
  const entries = new Map<string, Entry>();

  function put(access: Access): void {
    const known = entries.get(access.accountId);
    if (known !== undefined && known.access.revision > access.revision) return;
    entries.delete(access.accountId);
    entries.set(access.accountId, { access, edition: -1, reaches: new Map() });
    if (entries.size > maxAccounts) entries.delete(entries.keys().next().value as string);
  }

  function reach(accountId: string, permission: string, now: number): Reach | null {
    const entry = entries.get(accountId);
    if (entry === undefined || !entry.access.active) return null;
    const current = tree();
    if (entry.edition !== current.edition) {
      entry.reaches = new Map();
      entry.edition = current.edition;
    }
    const known = entry.reaches.get(permission);
    if (known !== undefined && (known === null ? permanent(entry.access) : now < known.until)) return known;
    const compiled = compile(entry.access.grants, permission, current, now);
    entry.reaches.set(permission, compiled);
    return compiled;
  }

  return {
    put,
    reach,
    revision: (accountId) => entries.get(accountId)?.access.revision ?? -1,
    access: (accountId) => entries.get(accountId)?.access,
  };
}

function permanent(access: Access): boolean {
  return access.grants.every((grant) => grant.validFrom === null);
}

/** Unites the scopes of those grants that carry the permission, and of no other. */
function compile(
  grants: readonly CompiledGrant[],
  permission: string,
  tree: OrganizationTree,
  now: number,
): Reach | null {
  let until = Number.POSITIVE_INFINITY;
  let self = false;
  let held = false;
  const ranges: PathRange[] = [];
  for (const grant of grants) {
    if (!grant.permissions.includes(permission)) continue;
    const from = grant.validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(grant.validFrom);
    const to = grant.validTo === null ? Number.POSITIVE_INFINITY : Date.parse(grant.validTo);
    if (now < from) until = Math.min(until, from);
    if (now < from || now >= to) continue;
    until = Math.min(until, to);
    held = true;
    if (grant.scope.mode === 'self') self = true;
    for (const id of grant.scope.nodes) {
      const node = tree.get(id);
      if (node !== undefined)
        ranges.push(grant.scope.mode === 'subtree' ? subtreeRange(node.path) : nodeRange(node.path));
    }
  }
  if (!held) return null;
  const merged = mergeRanges(ranges);
  const root = tree.rootId === null ? undefined : tree.get(tree.rootId);
  const whole =
    root !== undefined &&
    merged.some((range) => range.low <= root.path && range.high >= subtreeRange(root.path).high);
  return { whole, ranges: merged, self, until };
}
