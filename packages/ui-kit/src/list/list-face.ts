import { arrange, keepColumns, type ListColumn, type SavedColumns } from './columns.ts';
import type { ListFilter } from './FilterBar.tsx';
import type { ListQuery, ListState } from './list-query.ts';

/** What of a list can be kept under a name and put in place again. */
export type Face = {
  filters: Record<string, string>;
  sort: string | null;
  columns: SavedColumns | null;
};

/** A list as it shows itself now, for whatever stands at the head of its filters. */
export type ListFace = Face & {
  /** The saved view that the address names. */
  view: string | null;
  filterNames: string[];
  /** Keys of the columns that show, by a choice of columns or by none. */
  visible: (columns: SavedColumns | null) => string[];
  show: (face: Face & { view: string | null }) => void;
};

/** Each view has columns of its own, so that opening one leaves the person's own choice alone. */
export function columnsOf(listId: string, view: string | null): string {
  return view === null ? listId : `${listId}@${view}`;
}

type Page<Row> = { id: string; filters: ListFilter[]; columns: ListColumn<Row>[]; defaultSort?: string };

export function faceOf<Row>(
  page: Page<Row>,
  state: ListState,
  columns: { saved: SavedColumns | null; save: (next: SavedColumns | null) => void },
): ListFace {
  const { sort } = state.query;
  return {
    view: state.view,
    filters: state.filters,
    sort: sort === undefined || sort === page.defaultSort ? null : sort,
    columns: columns.saved,
    filterNames: page.filters.map(({ name }) => name),
    visible: (saved) => arrange(page.columns, saved).visible.map(({ key }) => key),
    show: (face) => {
      if (face.view === state.view) columns.save(face.columns);
      else if (face.view !== null) keepColumns(columnsOf(page.id, face.view), face.columns);
      state.show(face);
    },
  };
}

/** Asks for what only the columns that show need. */
export function withFields<Row>(query: ListQuery, visible: ListColumn<Row>[]): ListQuery {
  const fields = visible.map(({ asks }) => asks).filter((field) => field !== undefined);
  return fields.length === 0 ? query : { ...query, fields: fields.toSorted().join(',') };
}
