import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { holdsAny, take, useActor } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { membersKey } from '../members/queries.ts';
import { type Import, type ImportRow, isRunning } from './import.ts';

const path = '/api/archives/imports/{id}';
export const importsPath = '/api/archives/imports';
export const importsKey = archives.key(importsPath);
const rowsPath = `${path}/rows` as const;

export type RowsQuery = { page: number; pageSize: number; filter: RowFilter };
export type RowFilter = 'all' | 'invalid' | 'warned' | 'added' | 'updated' | 'unchanged';

const importQuery = (id: string) => archives.query(path, { params: { path: { id } } });

/** Where an import stands; asked again each second while the service is at work on it. */
export function useImport(id: string) {
  return useQuery({
    ...importQuery(id),
    refetchInterval: ({ state }) => (isRunning(state.data?.status) ? 1000 : false),
  });
}

/** What its file is called; undefined without one, and to whoever may not see it. */
export function useImportName(id: string | null): string | undefined {
  const may = holdsAny(useActor(), ['archives.member.import']);
  const query = useQuery({ ...importQuery(id ?? ''), enabled: may && id !== null, retry: false });
  return query.data?.fileName;
}

/**
 * A page of rows as it was when it was opened: a row that is put right stays in sight among the wrong ones
 * until the page is turned.
 */
export function useImportRows(id: string, query: RowsQuery, enabled = true) {
  return useQuery({
    ...archives.query(rowsPath, { params: { path: { id }, query } }),
    enabled,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** What the service answered becomes what every part of the page shows. */
export function useImportChanged() {
  const queries = useQueryClient();
  return useCallback(
    (answer: Import) => {
      queries.setQueryData(importQuery(answer.id).queryKey, answer);
      void queries.invalidateQueries({ queryKey: importsKey });
    },
    [queries],
  );
}

/** Reads the import anew, and its rows too when they can be others now. */
export function useReload(id: string) {
  const queries = useQueryClient();
  return useCallback(
    async (what: 'import' | 'rows') => {
      const reads = [queries.invalidateQueries({ queryKey: importQuery(id).queryKey })];
      if (what === 'rows') reads.push(queries.invalidateQueries({ queryKey: archives.key(rowsPath) }));
      await Promise.all(reads);
    },
    [queries, id],
  );
}

/** After a commit or an undo the roster itself is another. */
export function useRosterChanged() {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: membersKey });
    void queries.invalidateQueries({ queryKey: importsKey });
  }, [queries]);
}

/** Puts a corrected row in its place on the page that is open, and counts it at once. */
export function useRowCorrected(id: string, query: RowsQuery) {
  const queries = useQueryClient();
  const { queryKey } = archives.query(rowsPath, { params: { path: { id }, query } });
  return (row: ImportRow, before: ImportRow) => {
    queries.setQueryData<ArchivesSchemas['ImportRowList']>(
      queryKey,
      (list) => list && { ...list, items: list.items.map((other) => (other.row === row.row ? row : other)) },
    );
    const righted = Number(row.valid) - Number(before.valid);
    queries.setQueryData<Import>(
      importQuery(id).queryKey,
      (shown) =>
        shown && { ...shown, valid: shown.valid + righted, invalid: Math.max(0, shown.invalid - righted) },
    );
  };
}

export function correctRow(id: string, row: ImportRow, cells: Partial<Record<string, string>>) {
  return take<ImportRow>(
    archives.client.PATCH(`${rowsPath}/{row}`, {
      params: {
        path: { id, row: String(row.row) },
        header: { 'if-match': `"${row.version}"` },
      },
      body: { cells: cells as ArchivesSchemas['ImportRowCorrection']['cells'] },
    }),
  );
}

export function mapColumns(shown: Import, body: ArchivesSchemas['ImportMapping']) {
  const params = { path: { id: shown.id }, header: { 'if-match': `"${shown.version}"` } };
  return take<Import>(archives.client.PATCH(`${path}/mapping`, { params, body }));
}

export function commitImport(id: string, skipInvalid: boolean, key: string) {
  const params = { path: { id }, header: { 'idempotency-key': key } };
  return take<Import>(archives.client.POST(`${path}/commit`, { params, body: { skipInvalid } }));
}

export function undoImport(id: string, key: string) {
  const params = { path: { id }, header: { 'idempotency-key': key } };
  return take<Import>(archives.client.POST(`${path}/undo`, { params }));
}

export function discardImport(id: string) {
  return take(archives.client.DELETE(path, { params: { path: { id } } }));
}
