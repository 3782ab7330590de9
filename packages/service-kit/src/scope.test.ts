import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTree, type TreeNode } from './organization-tree.ts';
import {
  both,
  holds,
  holdsPath,
  mergeRanges,
  nodeRange,
  organizationalScope,
  subtreeRange,
  topNodes,
  within,
} from './scope.ts';

const actor = { accountId: 'a', personId: null, sessionId: null, requestId: null };

/** A random tree as paths of base-36 labels, the root first. */
const paths = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .map((parents) =>
    parents.reduce<string[]>(
      (made, parent, index) => [...made, `${made[parent % made.length]}${(index + 2).toString(36)}/`],
      ['/1/'],
    ),
  );

function treeOf(made: readonly string[]) {
  const nodes: TreeNode[] = made.map((path) => ({
    id: path,
    path,
    parentId: path === '/1/' ? null : path.replace(/[^/]+\/$/, ''),
    type: 'branch',
    name: path,
    status: 'active',
  }));
  return createTree(nodes, 1);
}

describe('scope', () => {
  it('holds with a subtree exactly the node and what lies below it', () => {
    fc.assert(
      fc.property(paths, fc.nat(), fc.nat(), (made, a, b) => {
        const anchor = made[a % made.length] as string;
        const path = made[b % made.length] as string;
        const scope = organizationalScope(actor, 'p', [subtreeRange(anchor)], false, null);
        expect(holdsPath(scope, path)).toBe(path.startsWith(anchor));
      }),
    );
  });

  it('holds with a node that node alone', () => {
    fc.assert(
      fc.property(paths, fc.nat(), fc.nat(), (made, a, b) => {
        const anchor = made[a % made.length] as string;
        const path = made[b % made.length] as string;
        const scope = organizationalScope(actor, 'p', [nodeRange(anchor)], false, null);
        expect(holdsPath(scope, path)).toBe(path === anchor);
      }),
    );
  });

  it("two together hold what each of them holds, and one's own record where both do", () => {
    const picks = fc.array(fc.nat(), { maxLength: 6 });
    fc.assert(
      fc.property(paths, picks, picks, fc.boolean(), (made, first, second, whole) => {
        const rangesOf = (chosen: number[]) =>
          mergeRanges(chosen.map((pick) => subtreeRange(made[pick % made.length] as string)));
        const one = organizationalScope(actor, 'p', rangesOf(first), false, 'me');
        const other = organizationalScope(actor, 'q', rangesOf(second), whole, whole ? 'me' : null);
        for (const scope of [both(one, other), both(other, one)]) {
          for (const path of made)
            expect(holdsPath(scope, path)).toBe(holdsPath(one, path) && holdsPath(other, path));
          expect(scope.personId).toBe(whole ? 'me' : null);
        }
      }),
    );
  });

  it('merges ranges without adding or losing a node, and leaves no overlap', () => {
    fc.assert(
      fc.property(paths, fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 8 }), (made, picks) => {
        const anchors = picks.map(([pick, deep]) => ({ path: made[pick % made.length] as string, deep }));
        const ranges = mergeRanges(
          anchors.map(({ path, deep }) => (deep ? subtreeRange(path) : nodeRange(path))),
        );
        for (const path of made) {
          const expected = anchors.some((anchor) =>
            anchor.deep ? path.startsWith(anchor.path) : path === anchor.path,
          );
          expect(ranges.filter((range) => path >= range.low && path < range.high)).toHaveLength(
            expected ? 1 : 0,
          );
        }
      }),
    );
  });

  it('begins with nodes that all it holds lies at or below, none of them below another', () => {
    fc.assert(
      fc.property(
        paths,
        fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (made, picks, whole) => {
          const anchors = picks.map((pick) => made[pick % made.length] as string);
          const tree = treeOf(made);
          const scope = organizationalScope(actor, 'p', mergeRanges(anchors.map(subtreeRange)), whole, null);
          const tops = topNodes(scope, tree).map(({ path }) => path);
          for (const path of made)
            expect(tops.filter((top) => path.startsWith(top))).toHaveLength(holdsPath(scope, path) ? 1 : 0);
        },
      ),
    );
  });

  it('never widens when it is narrowed to a node', () => {
    fc.assert(
      fc.property(paths, fc.nat(), fc.nat(), (made, a, b) => {
        const tree = treeOf(made);
        const anchor = made[a % made.length] as string;
        const node = made[b % made.length] as string;
        const scope = organizationalScope(actor, 'p', [subtreeRange(anchor)], false, null);
        const narrowed = within(scope, tree, node);
        for (const path of made) {
          expect(holds(narrowed, tree, path)).toBe(path.startsWith(anchor) && path.startsWith(node));
        }
      }),
    );
  });

  it('shows nothing as an organization that does not exist', () => {
    const tree = treeOf(['/1/', '/1/2/']);
    const whole = organizationalScope(actor, 'p', [subtreeRange('/1/')], true, null);
    expect(holds(whole, tree, 'nowhere')).toBe(false);
    expect(within(whole, tree, 'nowhere')).toMatchObject({ whole: false, ranges: [] });
  });
});
