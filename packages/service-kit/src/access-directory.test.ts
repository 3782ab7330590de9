import type { CompiledGrant, GrantScope } from '@banyan/contracts/access';
import { describe, expect, it } from 'vitest';
import { createAccessDirectory } from './access-directory.ts';
import { createTree, type TreeNode } from './organization-tree.ts';

const node = (id: string, path: string, parentId: string | null): TreeNode => ({
  id,
  path,
  parentId,
  type: 'branch',
  name: id,
  status: 'active',
});
const tree = createTree(
  [
    node('group', '/1/', null),
    node('a', '/1/2/', 'group'),
    node('a1', '/1/2/3/', 'a'),
    node('b', '/1/4/', 'group'),
  ],
  1,
);

const grant = (
  permissions: string[],
  scope: GrantScope,
  term: Partial<CompiledGrant> = {},
): CompiledGrant => ({
  role: 'role',
  permissions,
  scope,
  validFrom: null,
  validTo: null,
  ...term,
});

function directory(grants: CompiledGrant[], active = true) {
  const made = createAccessDirectory(() => tree);
  made.put({ accountId: 'x', personId: null, revision: 1, active, grants });
  return made;
}

describe('access directory', () => {
  it('keeps the permissions of one grant apart from the scope of another', () => {
    const access = directory([
      grant(['edit'], { mode: 'subtree', nodes: ['a'] }),
      grant(['view'], { mode: 'subtree', nodes: ['b'] }),
    ]);
    expect(access.reach('x', 'edit', 0)?.ranges).toEqual([{ low: '/1/2/', high: '/1/20' }]);
    expect(access.reach('x', 'view', 0)?.ranges).toEqual([{ low: '/1/4/', high: '/1/40' }]);
  });

  it('knows that a subtree of the root is the whole tree, and a grant on its node is not', () => {
    expect(directory([grant(['p'], { mode: 'subtree', nodes: ['group'] })]).reach('x', 'p', 0)?.whole).toBe(
      true,
    );
    expect(directory([grant(['p'], { mode: 'node', nodes: ['group'] })]).reach('x', 'p', 0)?.whole).toBe(
      false,
    );
  });

  it('tells a permission held nowhere from one held over nothing', () => {
    const access = directory([grant(['p'], { mode: 'subtree', nodes: ['gone'] })]);
    expect(access.reach('x', 'p', 0)).toMatchObject({ ranges: [] });
    expect(access.reach('x', 'q', 0)).toBeNull();
    expect(access.reach('nobody', 'p', 0)).toBeNull();
  });

  it('opens and ends a grant with a term at its instants, without an event', () => {
    const term = { validFrom: '2026-01-01T00:00:00Z', validTo: '2026-02-01T00:00:00Z' };
    const access = directory([grant(['p'], { mode: 'node', nodes: ['a'] }, term)]);
    expect(access.reach('x', 'p', Date.parse('2025-12-31T23:59:59Z'))).toBeNull();
    expect(access.reach('x', 'p', Date.parse('2026-01-01T00:00:00Z'))?.ranges).toHaveLength(1);
    expect(access.reach('x', 'p', Date.parse('2026-02-01T00:00:00Z'))).toBeNull();
  });

  it('opens a grant that begins later while another one holds already', () => {
    const access = directory([
      grant(['p'], { mode: 'node', nodes: ['a'] }),
      grant(['p'], { mode: 'node', nodes: ['b'] }, { validFrom: '2026-01-01T00:00:00Z' }),
    ]);
    expect(access.reach('x', 'p', Date.parse('2025-12-31T00:00:00Z'))?.ranges).toHaveLength(1);
    expect(access.reach('x', 'p', Date.parse('2026-01-02T00:00:00Z'))?.ranges).toHaveLength(2);
  });

  it('does not go back to an older revision', () => {
    const access = directory([grant(['p'], { mode: 'node', nodes: ['a'] })]);
    access.put({ accountId: 'x', personId: null, revision: 3, active: true, grants: [] });
    access.put({
      accountId: 'x',
      personId: null,
      revision: 2,
      active: true,
      grants: [grant(['p'], { mode: 'node', nodes: ['a'] })],
    });
    expect(access.reach('x', 'p', 0)).toBeNull();
    expect(access.revision('x')).toBe(3);
  });

  it('gives a disabled account nothing', () => {
    expect(directory([grant(['p'], { mode: 'node', nodes: ['a'] })], false).reach('x', 'p', 0)).toBeNull();
  });
});
