import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from './civil-date.ts';
import { generateOrganizations } from './generate-organizations.ts';
import type { DemoTree, OrganizationType } from './organization.ts';

const today = dayOf('2026-11-23');
const treeOf = (members: number, seed = 'banyan') => generateOrganizations({ seed, members, today });
const count = (tree: DemoTree, ...types: OrganizationType[]) =>
  tree.organizations.filter(({ type }) => types.includes(type)).length;

const parents: Record<OrganizationType, readonly (OrganizationType | null)[]> = {
  group: [null],
  committee: ['group'],
  'general-branch': ['committee'],
  branch: ['committee', 'general-branch'],
  'joint-branch': ['committee', 'general-branch'],
  section: ['branch'],
};

describe('the demonstration group', () => {
  const tree = treeOf(12_000);

  test('has the promised numbers of each kind', () => {
    expect([count(tree, 'group'), count(tree, 'committee'), count(tree, 'general-branch')]).toEqual([
      1, 24, 60,
    ]);
    expect(count(tree, 'branch', 'joint-branch')).toBe(420);
    expect(count(tree, 'joint-branch')).toBeGreaterThan(3);
    expect(count(tree, 'section')).toBeGreaterThan(100);
    expect(tree.branches.reduce((sum, { members }) => sum + members, 0)).toBe(12_000);
  });

  test('has the branch of the pictures in the unit of the pictures', () => {
    const branch = tree.branches.find(({ showcase }) => showcase);
    expect(branch).toMatchObject({
      members: 44,
      organization: { name: '采油一厂采油一队党支部' },
      unit: { name: '采油一厂党委' },
    });
    expect(branch?.sections).toHaveLength(3);
  });

  test('has branches that are due for an election, and most that are not', () => {
    const overdue = tree.branches.filter(({ organization }) => (organization.termEndsOn ?? today) < today);
    expect(overdue.length).toBeGreaterThan(4);
    expect(overdue.length).toBeLessThan(60);
  });
});

describe('the large group', () => {
  const tree = treeOf(1_000_000);

  test('has 10,000 organizations with a unit of 170 among them', () => {
    const unit = tree.organizations.find(({ name }) => name === '采油一厂党委');
    expect(tree.organizations).toHaveLength(10_000);
    expect(tree.organizations.filter(({ path }) => path.startsWith(unit?.path ?? '-'))).toHaveLength(170);
  });

  test('has branches of very different sizes that add up to a million', () => {
    const sizes = tree.branches.map(({ members }) => members);
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(1_000_000);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeGreaterThan(20);
  });
});

test('at any size every node has a fitting parent before it, and names, codes, paths and ids are its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 40_000 }), fc.string(), (members, seed) => {
      const tree = treeOf(members, seed);
      const seen = new Map<string, OrganizationType>();
      for (const node of tree.organizations) {
        const parent = node.parentId === null ? null : seen.get(node.parentId);
        expect(parents[node.type]).toContain(parent);
        seen.set(node.id, node.type);
      }
      for (const key of ['id', 'name', 'code', 'path'] as const) {
        expect(new Set(tree.organizations.map((node) => node[key])).size).toBe(tree.organizations.length);
      }
      expect(tree.branches.reduce((sum, branch) => sum + branch.members, 0)).toBe(members);
    }),
    { numRuns: 25 },
  );
});

test('a path begins with the path of the parent', () => {
  const tree = treeOf(12_000);
  const paths = new Map(tree.organizations.map(({ id, path }) => [id, path]));
  for (const { path, parentId, number } of tree.organizations) {
    expect(path).toBe(`${parentId === null ? '/' : paths.get(parentId)}${number.toString(36)}/`);
  }
});
