import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RowFilter, RowsQuery } from './queries.ts';

const pageSize = 50;

/** Filter and page of the rows are in the URL; what is shown first stays so while counts change. */
export function useRowsQuery(allowed: readonly RowFilter[], first: RowFilter) {
  const [params, setParams] = useSearchParams();
  const [start] = useState(first);
  const asked = allowed.find((filter) => filter === params.get('filter'));
  const page = Math.min(200, Math.max(1, Math.trunc(Number(params.get('page')) || 1)));
  const query: RowsQuery = { page, pageSize, filter: asked ?? start };
  const set = (changes: Record<string, string | null>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    query,
    setFilter: (filter: RowFilter) => set({ filter, page: null }),
    setPage: (next: number) => set({ page: next === 1 ? null : String(next) }),
    /** The rows of this page were put right: those that follow have moved up to the first page. */
    turnPage: async (readAgain: () => Promise<unknown>) => {
      if (page > 1) set({ page: null });
      else await readAgain();
    },
  };
}
