import { describe, expect, it } from 'vitest';
import { narrow, nest, type OrganizationItem, pathTo, peopleBelow } from './organization-tree.ts';

const item = (id: string, parentId: string | null, sort: number, memberCount = 0): OrganizationItem => ({
  id,
  parentId,
  sort,
  memberCount,
  code: id.toUpperCase(),
  name: id,
  shortName: id,
  type: 'branch',
  status: 'active',
  version: 1,
});
const items = [
  item('unit', 'out-of-sight', 1),
  item('second', 'unit', 2, 20),
  item('first', 'unit', 1, 10),
  item('group', 'first', 1, 3),
];

describe('the part of the tree that I see', () => {
  it('begins where the parent is out of sight, with siblings in their order', () => {
    const [root] = nest(items);
    expect(root?.key).toBe('unit');
    expect(root?.children.map(({ key }) => key)).toEqual(['first', 'second']);
  });

  it('counts the people of a node and of all below it', () => {
    expect(Object.fromEntries(peopleBelow(items))).toEqual({ unit: 33, second: 20, first: 13, group: 3 });
  });

  it('keeps what leads to a match, and nothing beside it', () => {
    expect(narrow(items, 'GROUP').map(({ id }) => id)).toEqual(['unit', 'first', 'group']);
  });

  it('names what stands above a node from the top', () => {
    expect(pathTo(items, 'group').map(({ id }) => id)).toEqual(['unit', 'first']);
  });
});
