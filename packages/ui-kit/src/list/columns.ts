import { type ReactNode, useCallback, useMemo, useState } from 'react';

export type ListColumn<Row> = {
  key: string;
  title: string;
  /** `null` where the row has nothing of it. */
  render: (row: Row) => ReactNode;
  /** Name of the server's sort field; absent when it cannot sort by this. */
  sort?: string;
  width?: number;
  align?: 'start' | 'end';
  /** Takes two lines where the list is narrow; all others of the list stay on one. */
  wraps?: boolean;
  /** Cannot be hidden: the column that names the row. */
  always?: boolean;
  hidden?: boolean;
  /** Shown in the card of a phone. */
  phone?: boolean;
  /** What a row lacks unless the list asks for it: sent as one of `fields` while the column shows. */
  asks?: string;
};

export type SavedColumns = { order: string[]; hidden: string[] };

/** The person's own order and choice of columns of one list, or of one view of it, kept in this browser. */
export function useSavedColumns<Row>(listId: string, columns: ListColumn<Row>[]) {
  const [kept, setKept] = useState(() => ({ listId, saved: read(listId) }));
  const current = kept.listId === listId ? kept : { listId, saved: read(listId) };
  if (current !== kept) setKept(current);
  const { saved } = current;
  const save = useCallback(
    (next: SavedColumns | null) => {
      setKept({ listId, saved: next });
      keepColumns(listId, next);
    },
    [listId],
  );
  const arranged = useMemo(() => arrange(columns, saved), [columns, saved]);
  return { ...arranged, saved, save };
}

export function keepColumns(listId: string, columns: SavedColumns | null): void {
  if (columns) localStorage.setItem(keyOf(listId), JSON.stringify(columns));
  else localStorage.removeItem(keyOf(listId));
}

/** A column that came after the choice was saved takes its place at the end, hidden where it is so at first. */
export function arrange<Row>(columns: ListColumn<Row>[], saved: SavedColumns | null) {
  const place = (column: ListColumn<Row>) => {
    const index = saved?.order.indexOf(column.key) ?? -1;
    return index < 0 ? columns.length : index;
  };
  const all = saved ? [...columns].sort((a, b) => place(a) - place(b)) : columns;
  const chosen = new Set(saved?.order);
  const hidden = new Set([
    ...(saved?.hidden ?? []),
    ...columns.filter(({ key, hidden }) => hidden && !chosen.has(key)).map(({ key }) => key),
  ]);
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
