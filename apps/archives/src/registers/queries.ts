import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { membersKey, recordKeys } from '../members/queries.ts';
import type { Floating, Lost } from './register.ts';

const base = '/api/archives/registers';
const floatingPath = `${base}/floating/{id}` as const;
const lostPath = `${base}/out-of-contact/{id}` as const;
export const floatingKey = archives.key(`${base}/floating`);
export const lostKey = archives.key(`${base}/out-of-contact`);
export const reductionsKey = archives.key(`${base}/reductions`);
export const registerDueKey = archives.key(`${base}/due`);
const countsKey = archives.key(`${base}/counts`);

const floatingQuery = (id: string) => archives.query(floatingPath, { params: { path: { id } } });
const lostQuery = (id: string) => archives.query(lostPath, { params: { path: { id } } });

export function useFloating(id: string) {
  return useQuery(floatingQuery(id));
}

export function useLost(id: string) {
  return useQuery(lostQuery(id));
}

export function useRegisterCounts(node: string | null) {
  return useQuery(archives.query(`${base}/counts`, { params: { query: node ? { node } : {} } }));
}

/** After a write: the entry as the service answered it; lists, counts and gaps are read anew, and the record that says the same. */
export function useRegisterSaved() {
  const queries = useQueryClient();
  return useCallback(
    ({ entry, lost }: { entry?: Floating; lost?: Lost } = {}) => {
      if (entry) queries.setQueryData(floatingQuery(entry.id).queryKey, entry);
      if (lost) queries.setQueryData(lostQuery(lost.id).queryKey, lost);
      const keys = [
        ...[floatingKey, lostKey, reductionsKey, registerDueKey, countsKey, membersKey],
        ...recordKeys,
      ];
      for (const key of keys) void queries.invalidateQueries({ queryKey: key });
      if (!lost) void queries.invalidateQueries({ queryKey: archives.key(lostPath) });
    },
    [queries],
  );
}

const once = (key: string) => ({ header: { 'idempotency-key': key } });

export function registerOutflow(body: ArchivesSchemas['NewOutflow'], key: string): Promise<Floating> {
  return take(archives.client.POST(`${base}/outflows`, { params: once(key), body }));
}

export function registerInflow(body: ArchivesSchemas['NewInflow'], key: string): Promise<Floating> {
  return take(archives.client.POST(`${base}/inflows`, { params: once(key), body }));
}

export function correctFloating(
  id: string,
  version: number,
  body: ArchivesSchemas['FloatingCorrection'],
): Promise<Floating> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  return take(archives.client.PATCH(floatingPath, { params, body }));
}

export function logContact(id: string, body: ArchivesSchemas['NewContact'], key: string): Promise<Floating> {
  return take(
    archives.client.POST(`${floatingPath}/contacts`, { params: { path: { id }, ...once(key) }, body }),
  );
}

export function closeFloating(
  { id, version }: Floating,
  body: ArchivesSchemas['FloatingClosing'],
): Promise<Floating> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  return take(archives.client.POST(`${floatingPath}/close`, { params, body }));
}

export function unmaskFloating(
  id: string,
  body: ArchivesSchemas['FloatingUnmasking'],
): Promise<ArchivesSchemas['UnmaskedFloating']> {
  return take(archives.client.POST(`${floatingPath}/unmask`, { params: { path: { id } }, body }));
}

export function logSearch(id: string, body: ArchivesSchemas['NewSearch'], key: string): Promise<Lost> {
  return take(archives.client.POST(`${lostPath}/searches`, { params: { path: { id }, ...once(key) }, body }));
}
