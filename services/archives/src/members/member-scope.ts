import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Scope } from '@banyan/service-kit/scope';

/** Up to so many organizations are asked one by one; a wider scope holds so much that walking all people is quicker. */
const narrowLimit = 1_000;

/** A scope as queries of members take it. */
export interface ScopeShape {
  readonly whole: boolean;
  /** `low high,low high` */
  readonly ranges: string;
  /** Whether there are few enough organizations to look at each. */
  readonly narrow: boolean;
  /** The part of all organizations that it holds, from 0 to 1. */
  readonly share: number;
  /** Nodes that are held with all below them, and nodes that are held alone: what totals are added up over. */
  readonly subtreeIds: readonly string[];
  readonly nodeIds: readonly string[];
}

const shapes = new WeakMap<OrganizationTree, Map<string, ScopeShape>>();
const cacheSize = 2_000;

/** Made once for equal scopes of one edition of the tree. */
export function shapeOf(scope: Scope, tree: OrganizationTree): ScopeShape {
  const key = scope.whole ? '*' : scope.ranges.map(({ low, high }) => `${low} ${high}`).join(',');
  let known = shapes.get(tree);
  if (known === undefined) {
    known = new Map();
    shapes.set(tree, known);
  }
  let shape = known.get(key);
  if (shape === undefined) {
    shape = compileShape(scope, tree, scope.whole ? '' : key);
    if (known.size >= cacheSize) known.clear();
    known.set(key, shape);
  }
  return shape;
}

const everything = [{ low: '/', high: '0' }];

function compileShape(scope: Scope, tree: OrganizationTree, ranges: string): ScopeShape {
  const organizationCount = tree.count(scope.ranges);
  const subtreeIds: string[] = scope.whole && tree.rootId !== null ? [tree.rootId] : [];
  const nodeIds: string[] = [];
  if (!scope.whole) {
    for (const range of scope.ranges) {
      const first = tree.first(range);
      if (first !== undefined) (range.high.endsWith('!') ? nodeIds : subtreeIds).push(first.id);
    }
  }
  return {
    whole: scope.whole,
    ranges,
    narrow: !scope.whole && organizationCount <= narrowLimit,
    share: scope.whole ? 1 : organizationCount / Math.max(1, tree.count(everything)),
    subtreeIds,
    nodeIds,
  };
}
