import { organizationTypes } from '@banyan/contracts/organization';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canBeBelow,
  changedFields,
  checkDissolve,
  checkMerge,
  checkMove,
  pathBelow,
} from './organization.ts';

type Node = Parameters<typeof checkMove>[0];

const node = (path: string, type: Node['type'], rest: Partial<Node> = {}): Node => ({
  id: path,
  parentId: path.split('/').length > 3 ? path.replace(/[^/]+\/$/, '') : null,
  path,
  type,
  status: 'active',
  ...rest,
});
const codeOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code.replace('identity.organization-', '');
  }
  return 'allowed';
};

describe('what may be below what', () => {
  test.each([
    ['committee', 'group', true],
    ['branch', 'general-branch', true],
    ['joint-branch', 'committee', true],
    ['section', 'branch', true],
    ['section', 'committee', false],
    ['group', 'group', false],
    ['branch', 'branch', false],
    ['general-branch', 'branch', false],
    ['general-branch', 'general-branch', false],
  ] as const)('a %s below a %s: %s', (type, parent, allowed) => {
    expect(canBeBelow(type, parent)).toBe(allowed);
  });

  test('the group is below nothing, and nothing is below a section', () => {
    for (const type of organizationTypes) {
      expect(canBeBelow('group', type)).toBe(false);
      expect(canBeBelow(type, 'section')).toBe(false);
    }
  });
});

describe('moving', () => {
  test.each([
    [
      'a general branch to another unit',
      node('/1/2/3/', 'general-branch'),
      node('/1/4/', 'committee'),
      'allowed',
    ],
    ['the group', node('/1/', 'group'), node('/1/4/', 'committee'), 'is-root'],
    ['below itself', node('/1/2/', 'committee'), node('/1/2/3/', 'committee'), 'cycle'],
    [
      'to where it is',
      node('/1/2/3/', 'branch'),
      node('/1/2/', 'committee', { id: '/1/2/' }),
      'already-there',
    ],
    ['a branch below a branch', node('/1/2/3/', 'branch'), node('/1/2/4/', 'branch'), 'type-not-below'],
    [
      'to what has ended',
      node('/1/2/3/', 'branch'),
      node('/1/4/', 'committee', { status: 'merged' }),
      'ended',
    ],
    [
      'what has ended',
      node('/1/2/3/', 'branch', { status: 'dissolved' }),
      node('/1/4/', 'committee'),
      'ended',
    ],
    [
      'to a neighbour whose path begins alike',
      node('/1/2/', 'branch'),
      node('/1/2z/', 'general-branch'),
      'allowed',
    ],
  ])('%s: %o', (_, moved, parent, expected) => {
    expect(codeOf(() => checkMove(moved, parent))).toBe(expected);
  });

  test('no allowed move makes a cycle', () => {
    const path = fc
      .array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 })
      .map((parts) => `/1/${parts.map((p) => `${p}/`).join('')}`);
    fc.assert(
      fc.property(
        path,
        path,
        fc.constantFrom(...organizationTypes),
        fc.constantFrom(...organizationTypes),
        (a, b, t, u) => {
          const moved = node(a, t);
          const parent = node(b, u);
          if (codeOf(() => checkMove(moved, parent)) !== 'allowed') return;
          expect(parent.path.startsWith(moved.path)).toBe(false);
          expect(pathBelow(parent.path, 7).startsWith(parent.path)).toBe(true);
        },
      ),
    );
  });
});

describe('ending', () => {
  test('a branch ends in a branch or joint branch, with children that both may hold', () => {
    const branch = node('/1/2/3/', 'branch');
    expect(codeOf(() => checkMerge(branch, node('/1/2/4/', 'joint-branch'), []))).toBe('allowed');
    expect(codeOf(() => checkMerge(branch, branch, []))).toBe('merge-into-itself');
    expect(codeOf(() => checkMerge(branch, node('/1/4/', 'committee'), []))).toBe('merge-types');
    const unit = node('/1/2/', 'committee');
    expect(codeOf(() => checkMerge(unit, node('/1/2/5/', 'committee'), []))).toBe('cycle');
    const children = [node('/1/2/3/', 'general-branch')];
    expect(codeOf(() => checkMerge(unit, node('/1/5/', 'committee'), children))).toBe('allowed');
  });

  test('what still holds something is not dissolved', () => {
    const branch = node('/1/2/3/', 'branch');
    expect(codeOf(() => checkDissolve(branch, { children: 0, people: 0 }))).toBe('allowed');
    expect(codeOf(() => checkDissolve(branch, { children: 1, people: 0 }))).toBe('has-children');
    expect(codeOf(() => checkDissolve(branch, { children: 0, people: 1 }))).toBe('has-people');
    expect(codeOf(() => checkDissolve(node('/1/', 'group'), { children: 0, people: 0 }))).toBe('is-root');
  });
});

test('only fields that say something else are a change', () => {
  const current = { name: 'a', sort: 1, place: { longitude: 1, latitude: 2, address: 'x' }, nature: null };
  expect(changedFields(current, { name: 'a', sort: 2, place: { ...current.place }, nature: null })).toEqual([
    { field: 'sort', from: 1, to: 2 },
  ]);
  expect(changedFields(current, { place: { ...current.place, address: 'y' } })).toHaveLength(1);
  expect(changedFields(current, { place: null })).toHaveLength(1);
});
