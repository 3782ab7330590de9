import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a list asks of its service: exactly the parameters of the URL, ready to send. */
export type ListQuery = {
  page: number;
  pageSize: number;
  sort?: string;
  node?: string;
} & Record<string, string | number | undefined>;

export type ListState = {
  query: ListQuery;
  open: string | null;
  /** The saved view that this list was opened with. */
  view: string | null;
  filters: Record<string, string>;
  set(changes: Record<string, string | null>): void;
  clearFilters(): void;
  /** Puts other filters and another order in place of the present ones. */
  show(face: { view: string | null; filters: Record<string, string>; sort: string | null }): void;
};

export const pageSizes = [20, 50, 100];
const deepest = 10_000;

/** The URL is the state of a list: a link, a reload and the back button all bring the same rows. */
export function useListState(filterNames: string[], defaultSort: string | undefined): ListState {
  const [params, setParams] = useSearchParams();
  const names = filterNames.join(' ');
  return useMemo(() => {
    const filters = pick(params, names.split(' '));
    return {
      query: toQuery(params, filters, defaultSort),
      open: params.get('open'),
      view: params.get('view'),
      filters,
      set: (changes) =>
        setParams((before) => changed(before, changes), {
          replace: !('open' in changes),
          preventScrollReset: true,
        }),
      clearFilters: () =>
        setParams((before) =>
          changed(before, Object.fromEntries(names.split(' ').map((name) => [name, null]))),
        ),
      show: ({ view, filters: next, sort }) =>
        setParams((before) => {
          const none = Object.fromEntries(names.split(' ').map((name) => [name, null]));
          return changed(before, { ...none, ...next, view, sort });
        }),
    };
  }, [params, names, defaultSort, setParams]);
}

/** The same question from an address, for asking ahead. */
export function listQueryOf(params: URLSearchParams, filterNames: string[], defaultSort?: string): ListQuery {
  return toQuery(params, pick(params, filterNames), defaultSort);
}

function toQuery(params: URLSearchParams, filters: Record<string, string>, defaultSort?: string): ListQuery {
  const asked = Number(params.get('pageSize'));
  const pageSize = pageSizes.includes(asked) ? asked : 20;
  const page = Math.min(Math.max(1, Math.trunc(Number(params.get('page')) || 1)), deepest / pageSize);
  const sort = params.get('sort') ?? defaultSort;
  const node = params.get('node');
  return { ...filters, page, pageSize, ...(sort ? { sort } : {}), ...(node ? { node } : {}) };
}

function pick(params: URLSearchParams, names: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) found[name] = value;
  }
  return found;
}

/** Any change but opening a row or turning the page goes back to the first page. */
function changed(before: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const after = new URLSearchParams(before);
  const keepsPage = Object.keys(changes).every((name) => name === 'open' || name === 'page');
  if (!keepsPage) after.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') after.delete(name);
    else after.set(name, value);
  }
  return after;
}

/** Rows that can be reached by page number; beyond, filters or a cursor are the way. */
export function reachableTotal(total: number): number {
  return Math.min(total, deepest);
}
