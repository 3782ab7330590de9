import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { membersKey } from '../members/queries.ts';
import type { ChangeRequest } from './change-request.ts';

const path = '/api/archives/change-requests';
const onePath = '/api/archives/change-requests/{id}';
export const changeRequestsKey = archives.key(path);

const requestQuery = (id: string) => archives.query(onePath, { params: { path: { id } } });

export function useChangeRequest(id: string) {
  return useQuery(requestQuery(id));
}

/** Open requests about one person. */
export function useWaitingRequests(memberId: string, enabled: boolean) {
  const query = { memberId, state: 'open' as const, page: 1, pageSize: 20 };
  return useQuery({ ...archives.query(path, { params: { query } }), enabled });
}

/** After a decision or a withdrawal: the request as the service answered it; lists and the record are read anew. */
export function useRequestSaved() {
  const queries = useQueryClient();
  return useCallback(
    (request: ChangeRequest) => {
      queries.setQueryData(requestQuery(request.id).queryKey, request);
      void queries.invalidateQueries({ queryKey: changeRequestsKey });
      void queries.invalidateQueries({ queryKey: membersKey });
      void queries.invalidateQueries({ queryKey: archives.key('/api/archives/members/{id}') });
      void queries.invalidateQueries({ queryKey: archives.key('/api/archives/members/{id}/history') });
    },
    [queries],
  );
}

export function proposeChange(
  body: ArchivesSchemas['NewChangeRequest'],
  key: string,
): Promise<ChangeRequest> {
  return take(archives.client.POST(path, { params: { header: { 'idempotency-key': key } }, body }));
}

export function decideChangeRequest(
  id: string,
  body: ArchivesSchemas['ChangeRequestDecision'],
): Promise<ChangeRequest> {
  return take(archives.client.POST(`${onePath}/decide`, { params: { path: { id } }, body }));
}

export function withdrawChangeRequest(id: string): Promise<ChangeRequest> {
  return take(archives.client.POST(`${onePath}/withdraw`, { params: { path: { id } } }));
}

export function unmaskProposal(
  id: string,
  field: 'idNumber' | 'phone' | 'address',
  reason: string,
): Promise<ArchivesSchemas['UnmaskedProposal']> {
  const body = { fields: [field], reason };
  return take(archives.client.POST(`${onePath}/unmask`, { params: { path: { id } }, body }));
}
