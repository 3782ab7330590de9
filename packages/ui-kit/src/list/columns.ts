import { type ReactNode, useCallback, useMemo, useState } from 'react';

export type ListColumn<Row> = {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** Name of the server's sort field; absent when it cannot sort by this. */
  sort?: string;
  width?: number;
  align?: 'start' | 'end';
  /** Cannot be hidden: the column that names the row. */
  always?: boolean;
  hidden?: boolean;
  /** Shown in the card of a phone. */
  phone?: boolean;
};

export type SavedColumns = { order: string[]; hidden: string[] };

/** The person's own order and choice of columns of one list, kept in this browser. */
export function useSavedColumns<Row>(listId: string, columns: ListColumn<Row>[]) {
  const [saved, setSaved] = useState<SavedColumns | null>(() => read(listId));
  const save = useCallback(
    (next: SavedColumns | null) => {
      setSaved(next);
      if (next) localStorage.setItem(keyOf(listId), JSON.stringify(next));
      else localStorage.removeItem(keyOf(listId));
    },
    [listId],
  );
  const arranged = useMemo(() => arrange(columns, saved), [columns, saved]);
  return { ...arranged, save };
}

/** A column that came after the choice was saved takes its place at the end. */
export function arrange<Row>(columns: ListColumn<Row>[], saved: SavedColumns | null) {
  const place = (column: ListColumn<Row>) => {
    const index = saved?.order.indexOf(column.key) ?? -1;
    return index < 0 ? columns.length : index;
  };
  const all = saved ? [...columns].sort((a, b) => place(a) - place(b)) : columns;
  const hidden = new Set(
    saved ? saved.hidden : columns.filter((column) => column.hidden).map((column) => column.key),
  );
  const visible = all.filter((column) => column.always || !hidden.has(column.key));
  return { all, visible, hidden };
}

const keyOf = (listId: string) => `banyan.columns.${listId}`;

function read(listId: string): SavedColumns | null {
  try {
    const value = JSON.parse(localStorage.getItem(keyOf(listId)) ?? 'null') as SavedColumns | null;
    return Array.isArray(value?.order) && Array.isArray(value.hidden) ? value : null;
  } catch {
    return null;
  }
}
