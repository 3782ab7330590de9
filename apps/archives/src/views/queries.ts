import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { type Face, take } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { newKey } from '../request-key.ts';
import type { SavedView } from './saved-view.ts';

const path = '/api/archives/views';

export function useViews(list: string, node: string | null) {
  const query = { list, ...(node ? { node } : {}) };
  return useQuery({ ...archives.query(path, { params: { query } }), staleTime: 60_000 });
}

/** Writes of views; each reads the list of views anew. */
export function useViewActs(list: string) {
  const queries = useQueryClient();
  return useMemo(() => {
    const after = async <Result>(write: Promise<Result>): Promise<Result> => {
      const result = await write;
      await queries.invalidateQueries({ queryKey: archives.key(path) });
      return result;
    };
    return {
      refresh: () => queries.invalidateQueries({ queryKey: archives.key(path) }),
      create: (body: Omit<ArchivesSchemas['NewView'], 'list'>) =>
        after(
          take<SavedView>(
            archives.client.POST(path, {
              params: { header: { 'idempotency-key': newKey() } },
              body: { ...body, list },
            }),
          ),
        ),
      correct: (view: SavedView, body: ArchivesSchemas['ViewCorrection']) =>
        after(
          take<SavedView>(
            archives.client.PATCH(`${path}/{id}`, {
              params: { path: { id: view.id }, header: { 'if-match': `"${view.version}"` } },
              body,
            }),
          ),
        ),
      overwrite: (view: SavedView, face: Face) =>
        after(
          take<SavedView>(
            archives.client.PATCH(`${path}/{id}`, {
              params: { path: { id: view.id }, header: { 'if-match': `"${view.version}"` } },
              body: { filters: face.filters, sort: face.sort, columns: face.columns },
            }),
          ),
        ),
      remove: (id: string) => after(archives.client.DELETE(`${path}/{id}`, { params: { path: { id } } })),
      restore: (id: string) =>
        after(take<SavedView>(archives.client.POST(`${path}/{id}/restore`, { params: { path: { id } } }))),
      prefer: (views: SavedView[], defaultViewId: string | null, ordered = views.map(({ id }) => id)) =>
        after(
          take(
            archives.client.PUT('/api/archives/view-preferences', { body: { list, defaultViewId, ordered } }),
          ),
        ),
    };
  }, [queries, list]);
}

export type ViewActs = ReturnType<typeof useViewActs>;
