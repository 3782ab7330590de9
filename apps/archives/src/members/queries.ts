import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Member, SensitiveField } from './member.ts';

export const membersKey = archives.key('/api/archives/members');

const registers = [
  '/api/archives/registers/counts',
  '/api/archives/registers/due',
  '/api/archives/registers/floating',
  '/api/archives/registers/out-of-contact',
  '/api/archives/registers/out-of-contact/{id}',
  '/api/archives/registers/reductions',
] as const;

const path = '/api/archives/members/{id}';
/** What an open record shows. */
export const recordKeys = [archives.key(path), archives.key(`${path}/history`)];
const recordQuery = (id: string) => archives.query(path, { params: { path: { id } } });

export function useMember(id: string) {
  return useQuery(recordQuery(id));
}

export function useMemberHistory(id: string) {
  return useQuery(archives.query(`${path}/history`, { params: { path: { id } } }));
}

/** After a write: the record as the service answered it; history, and lists and registers that it is in, are read anew. */
export function useMemberSaved() {
  const queries = useQueryClient();
  return useCallback(
    (member: Member) => {
      queries.setQueryData(recordQuery(member.id).queryKey, member);
      const keys = [membersKey, archives.key(`${path}/history`), ...registers.map((at) => archives.key(at))];
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
    },
    [queries],
  );
}

/** A new record; the key makes a repeated click or a lost answer harmless. */
export function admitMember(body: ArchivesSchemas['NewMember'], key: string): Promise<Member> {
  return take(
    archives.client.POST('/api/archives/members', { params: { header: { 'idempotency-key': key } }, body }),
  );
}

export function correctMember(
  id: string,
  version: number,
  body: ArchivesSchemas['MemberCorrection'],
): Promise<Member> {
  return take(archives.client.PATCH(path, { params: versioned(id, version), body }));
}

export function advanceMember(member: Member, body: ArchivesSchemas['StageStep']): Promise<Member> {
  return take(
    archives.client.POST(`${path}/advance`, { params: versioned(member.id, member.version), body }),
  );
}

export function changeMemberState(member: Member, body: ArchivesSchemas['StateStep']): Promise<Member> {
  return take(archives.client.POST(`${path}/state`, { params: versioned(member.id, member.version), body }));
}

export function unmaskField(
  id: string,
  field: SensitiveField,
  reason: string,
): Promise<ArchivesSchemas['UnmaskedFields']> {
  const body = { fields: [field], reason };
  return take(archives.client.POST(`${path}/unmask`, { params: { path: { id } }, body }));
}

function versioned(id: string, version: number) {
  return { path: { id }, header: { 'if-match': `"${version}"` } };
}
