import type { ArchivesSchemas } from '@banyan/api-client/archives';
import type { Face, ListFace } from '@banyan/ui-kit';

export type SavedView = ArchivesSchemas['SavedView'];

/** Filters of a view that the list still has; the others are passed over, and told. */
export function knownFilters(
  view: Pick<SavedView, 'filters'>,
  names: readonly string[],
): { filters: Record<string, string>; ignored: string[] } {
  const entries = Object.entries(view.filters);
  return {
    filters: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    ignored: entries.map(([name]) => name).filter((name) => !names.includes(name)),
  };
}

/** Whether the list shows something else than the view says. */
export function differs(face: ListFace, view: SavedView): boolean {
  const { filters } = knownFilters(view, face.filterNames);
  return (
    face.sort !== view.sort ||
    textOf(face.filters) !== textOf(filters) ||
    String(face.visible(face.columns)) !== String(face.visible(view.columns))
  );
}

const textOf = (filters: Record<string, string>): string =>
  JSON.stringify(Object.entries(filters).toSorted());

/** Nothing narrowed and nothing sorted: the list as the menu opens it. */
export function isPlain({ filters, sort }: Face): boolean {
  return sort === null && Object.keys(filters).length === 0;
}

/** What is kept of a list under a name. */
export function faceOf({ filters, sort, columns }: Face): Face {
  return { filters, sort, columns };
}

/** The views in another order: one of them a place up or down. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const next = [...ids];
  const index = next.indexOf(id);
  const [taken] = next.splice(index, 1);
  if (taken !== undefined) next.splice(index + by, 0, taken);
  return next;
}
