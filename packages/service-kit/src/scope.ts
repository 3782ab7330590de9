import type { OrganizationTree, TreeNode } from './organization-tree.ts';

/** A half-open range of paths in byte order: `low <= path < high`. */
export interface PathRange {
  readonly low: string;
  readonly high: string;
}

/** Who asks. `accountId` is null for what is open to the public and for reactions and jobs. */
export interface Actor {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly requestId: string | null;
}

declare const made: unique symbol;

/**
 * The rows that one actor may see or touch for one permission. Made by `authorize()`, `selfScope()`, `publicScope()`
 * and `systemScope()` only, and narrowed by `within()`, `narrowTo()` and `narrowToPerson()`; it never widens.
 */
export interface Scope {
  readonly [made]: true;
  readonly kind: 'organizational' | 'self' | 'public' | 'system';
  readonly actor: Actor;
  readonly permission: string;
  /** True when the scope holds the whole tree, which lets queries skip the join with it. */
  readonly whole: boolean;
  /** Disjoint and sorted; empty for a scope of one person. */
  readonly ranges: readonly PathRange[];
  /** The reader's own record, where the permission was granted for oneself. */
  readonly personId: string | null;
  /** Set once the row at hand was loaded and checked: the second wall then holds this one organization. */
  readonly organizationId: string | null;
}

type ScopeParts = Omit<Scope, typeof made>;

function make(parts: ScopeParts): Scope {
  return parts as Scope;
}

/** Paths end with '/', and '0' follows '/' in ASCII: all paths below `/1/2/` lie in ['/1/2/', '/1/20'). */
export function subtreeRange(path: string): PathRange {
  return { low: path, high: `${path.slice(0, -1)}0` };
}

/** The node alone: every path below it continues with a digit or letter, which all follow '!'. */
export function nodeRange(path: string): PathRange {
  return { low: path, high: `${path}!` };
}

/** Sorts ranges and drops what another one holds, so that counts over them add up. */
export function mergeRanges(ranges: readonly PathRange[]): PathRange[] {
  const sorted = ranges.toSorted((a, b) =>
    a.low < b.low ? -1 : a.low > b.low ? 1 : a.high < b.high ? 1 : -1,
  );
  const merged: PathRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || range.low >= last.high) merged.push(range);
    else if (range.high > last.high) merged[merged.length - 1] = { low: last.low, high: range.high };
  }
  return merged;
}

export function organizationalScope(
  actor: Actor,
  permission: string,
  ranges: readonly PathRange[],
  whole: boolean,
  personId: string | null,
): Scope {
  return make({ kind: 'organizational', actor, permission, whole, ranges, personId, organizationId: null });
}

/** My own record and account, whatever I hold. */
export function selfScope(actor: Actor, permission: string): Scope {
  return make({
    kind: 'self',
    actor,
    permission,
    whole: false,
    ranges: [],
    personId: actor.personId,
    organizationId: null,
  });
}

/** What is published: queries of public features add their own condition; the second wall shows no organization's rows. */
export function publicScope(requestId: string | null): Scope {
  const actor: Actor = { accountId: null, personId: null, sessionId: null, requestId };
  return make({
    kind: 'public',
    actor,
    permission: 'public',
    whole: false,
    ranges: [],
    personId: null,
    organizationId: null,
  });
}

/** A reaction or a job, with the permission it acts under and, where the fact names one, its organization. */
export function systemScope(permission: string, organizationId: string | null = null): Scope {
  const actor: Actor = { accountId: null, personId: null, sessionId: null, requestId: null };
  return make({
    kind: 'system',
    actor,
    permission,
    whole: organizationId === null,
    ranges: [],
    personId: null,
    organizationId,
  });
}

/** True when a path lies in the scope. */
export function holdsPath(scope: Scope, path: string): boolean {
  if (scope.whole) return true;
  for (const range of scope.ranges) if (path >= range.low && path < range.high) return true;
  return false;
}

/** True when the scope holds an organization. An unknown one is held by nobody. */
export function holds(scope: Scope, tree: OrganizationTree, organizationId: string): boolean {
  if (scope.organizationId !== null) return scope.organizationId === organizationId;
  const node = tree.get(organizationId);
  return node !== undefined && holdsPath(scope, node.path);
}

/** The topmost nodes of a scope, each once. */
export function topNodes(scope: Scope, tree: OrganizationTree): TreeNode[] {
  const tops = scope.whole ? [tree.get(tree.rootId ?? '')] : scope.ranges.map((range) => tree.first(range));
  return [...new Set(tops.filter((node) => node !== undefined))];
}

/** The part of a scope at a node and below. A node that is unknown or out of scope leaves nothing. */
export function within(scope: Scope, tree: OrganizationTree, organizationId: string): Scope {
  const node = tree.get(organizationId);
  if (node === undefined) return make({ ...scope, whole: false, ranges: [], personId: null });
  const { low, high } = subtreeRange(node.path);
  const cut = scope.whole
    ? [{ low, high }]
    : scope.ranges
        .map((range) => ({
          low: range.low > low ? range.low : low,
          high: range.high < high ? range.high : high,
        }))
        .filter((range) => range.low < range.high);
  return make({ ...scope, whole: scope.whole && node.parentId === null, ranges: cut, personId: null });
}

/**
 * What two scopes of one actor both hold, for an act that needs two permissions. One's own record is in it where each was
 * granted for oneself, or where the organizations of both hold it.
 */
export function both(scope: Scope, other: Scope): Scope {
  const ranges = scope.whole
    ? other.ranges
    : other.whole
      ? scope.ranges
      : scope.ranges
          .flatMap((range) => other.ranges.map((cut) => overlap(range, cut)))
          .filter((cut) => cut !== null);
  return make({
    ...scope,
    whole: scope.whole && other.whole,
    ranges,
    personId: scope.personId === other.personId ? scope.personId : null,
    organizationId: null,
  });
}

function overlap(one: PathRange, other: PathRange): PathRange | null {
  const low = one.low > other.low ? one.low : other.low;
  const high = one.high < other.high ? one.high : other.high;
  return low < high ? { low, high } : null;
}

/** The same actor and permission, with the second wall closed around one organization that the first wall has checked. */
export function narrowTo(scope: Scope, organizationId: string): Scope {
  return make({ ...scope, whole: false, ranges: [], organizationId });
}

/**
 * The same actor and permission, with the second wall closed around one person, wherever the person is on the roll: for an
 * act that takes somebody from one organization to another, once the first wall has checked it.
 */
export function narrowToPerson(scope: Scope, personId: string): Scope {
  return make({ ...scope, whole: false, ranges: [], personId, organizationId: null });
}
