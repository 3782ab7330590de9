import type { ListFace } from '@banyan/ui-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differs, knownFilters, moved, type SavedView } from './saved-view.ts';

const view: SavedView = {
  id: 'v',
  list: 'archives.members',
  name: '甲',
  organizationId: null,
  organizationName: null,
  filters: { stage: 'full', gone: 'x' },
  sort: null,
  columns: null,
  isDefault: false,
  version: 1,
  abilities: [],
};
const face: ListFace = {
  view: 'v',
  filters: { stage: 'full' },
  sort: null,
  columns: null,
  filterNames: ['stage', 'state'],
  visible: (saved) => (saved ? saved.order.filter((key) => !saved.hidden.includes(key)) : ['name', 'stage']),
  show: () => undefined,
};

describe('a view', () => {
  it('is as the list shows it, though one of its filters is no longer known', () => {
    expect(differs(face, view)).toBe(false);
    expect(knownFilters(view, face.filterNames)).toEqual({ filters: { stage: 'full' }, ignored: ['gone'] });
  });

  it('differs by a filter, by the order, and by the columns that show', () => {
    expect(differs({ ...face, filters: {} }, view)).toBe(true);
    expect(differs({ ...face, sort: 'name' }, view)).toBe(true);
    expect(differs({ ...face, columns: { order: ['name', 'stage'], hidden: ['stage'] } }, view)).toBe(true);
    expect(differs({ ...face, columns: { order: ['name', 'stage'], hidden: [] } }, view)).toBe(false);
  });

  it('moves among the others, of which none is lost', () => {
    const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (all, at, by) => {
        const id = all[at % all.length] as string;
        expect(moved(all, id, by).toSorted()).toEqual(all.toSorted());
      }),
    );
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  });
});
