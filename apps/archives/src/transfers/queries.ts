import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { membersKey, recordKeys } from '../members/queries.ts';
import type { Act, Transfer, TransferGroup } from './transfer.ts';

const path = '/api/archives/transfers';
const recordPath = `${path}/{id}` as const;
const groupPath = `${path}/groups/{id}` as const;
export const transfersKey = archives.key(path);
export const dueKey = archives.key(`${path}/due`);

const recordQuery = (id: string) => archives.query(recordPath, { params: { path: { id } } });
const groupQuery = (id: string) => archives.query(groupPath, { params: { path: { id } } });

export function useTransfer(id: string) {
  return useQuery(recordQuery(id));
}

export function useTransferGroup(id: string) {
  return useQuery(groupQuery(id));
}

export function useTransfersDue() {
  return useQuery(archives.query(`${path}/due`));
}

/** After an act everything that may have changed with it is read anew; the record is as the service answered it. */
export function useTransferSaved() {
  const queries = useQueryClient();
  return useCallback(
    (saved: { transfer?: Transfer; group?: TransferGroup } = {}) => {
      const { transfer, group } = saved;
      if (transfer) queries.setQueryData(recordQuery(transfer.id).queryKey, transfer);
      if (group) queries.setQueryData(groupQuery(group.id).queryKey, group);
      const keys = [...[transfersKey, dueKey, membersKey], ...recordKeys];
      for (const key of keys) void queries.invalidateQueries({ queryKey: key });
      if (!transfer) void queries.invalidateQueries({ queryKey: archives.key(recordPath) });
      if (!group) void queries.invalidateQueries({ queryKey: archives.key(groupPath) });
    },
    [queries],
  );
}

/** What goes with an act; each takes of it what its contract names. */
export type ActBody = { note?: string | null; validDays?: number; receivedOn?: string };

const keyed = (id: string, key: string) => ({ path: { id }, header: { 'idempotency-key': key } });

/** The acts have one shape; the type of any of them stands for all. */
export function takeAct(id: string, act: Act, body: ActBody, key: string): Promise<Transfer> {
  const at = `${recordPath}/${act}` as `${typeof recordPath}/approve`;
  return take(
    archives.client.POST(at, { params: keyed(id, key), body: { ...body, note: body.note ?? null } }),
  );
}

export function takeGroupAct(id: string, act: Act, body: ActBody, key: string): Promise<TransferGroup> {
  const at = `${groupPath}/${act}` as `${typeof groupPath}/approve`;
  return take(
    archives.client.POST(at, { params: keyed(id, key), body: { ...body, note: body.note ?? null } }),
  );
}

export function applyForTransfer(body: ArchivesSchemas['NewTransfer'], key: string): Promise<Transfer> {
  return take(archives.client.POST(path, { params: { header: { 'idempotency-key': key } }, body }));
}

export function applyForGroup(
  body: ArchivesSchemas['NewTransferGroup'],
  key: string,
): Promise<TransferGroup> {
  return take(
    archives.client.POST(`${path}/groups`, { params: { header: { 'idempotency-key': key } }, body }),
  );
}

export async function findDestinations(q: string, signal: AbortSignal) {
  return take(archives.client.GET(`${path}/destinations`, { params: { query: { q } }, signal }));
}
