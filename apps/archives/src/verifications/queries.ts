import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { membersKey, recordKeys } from '../members/queries.ts';
import type { RoundRecord } from './verification.ts';

const path = '/api/archives/verifications';
const onePath = '/api/archives/verifications/{id}';
export const verificationsKey = archives.key(path);

const roundQuery = (id: string) => archives.query(onePath, { params: { path: { id } } });

export function useRound(id: string) {
  return useQuery(roundQuery(id));
}

export type BranchQuery = {
  page: number;
  pageSize: number;
  organizationId?: string;
  only?: 'unfinished' | 'finished';
};

export function useBranches(id: string, query: BranchQuery) {
  return useQuery({
    ...archives.query(`${onePath}/progress`, { params: { path: { id }, query } }),
    placeholderData: keepPreviousData,
  });
}

export type PeopleQuery = {
  page: number;
  pageSize: number;
  organizationId: string;
  answer?: 'none' | 'confirmed' | 'corrected' | 'unknown';
};

export function usePeople(id: string, query: PeopleQuery, enabled = true) {
  return useQuery({
    ...archives.query(`${onePath}/people`, { params: { path: { id }, query } }),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** After answers: figures and people are read anew, and so are records and lists of members. */
export function useAnswered() {
  const queries = useQueryClient();
  return useCallback(async () => {
    const keys = [
      verificationsKey,
      archives.key(onePath),
      archives.key(`${onePath}/progress`),
      archives.key(`${onePath}/people`),
      membersKey,
      ...recordKeys,
    ];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  }, [queries]);
}

/** After a reminder, which the round names. */
export function useReminded(id: string) {
  const queries = useQueryClient();
  return useCallback(
    () => void queries.invalidateQueries({ queryKey: roundQuery(id).queryKey }),
    [queries, id],
  );
}

/** After a change of the round itself: as the service answered it; lists and figures are read anew. */
export function useRoundSaved() {
  const queries = useQueryClient();
  return useCallback(
    (round: RoundRecord) => {
      queries.setQueryData(roundQuery(round.id).queryKey, round);
      void queries.invalidateQueries({ queryKey: verificationsKey });
      void queries.invalidateQueries({ queryKey: archives.key(`${onePath}/progress`) });
      void queries.invalidateQueries({ queryKey: archives.key(`${onePath}/people`) });
    },
    [queries],
  );
}

export function openRound(body: ArchivesSchemas['NewVerificationRound'], key: string): Promise<RoundRecord> {
  return take(archives.client.POST(path, { params: { header: { 'idempotency-key': key } }, body }));
}

export function changeRound(
  id: string,
  version: number,
  body: ArchivesSchemas['VerificationRoundChange'],
): Promise<RoundRecord> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  return take(archives.client.PATCH(onePath, { params, body }));
}

export function closeRound(id: string): Promise<RoundRecord> {
  return take(archives.client.POST(`${onePath}/close`, { params: { path: { id } } }));
}

export function remindBranches(
  id: string,
  body: ArchivesSchemas['VerificationReminder'],
): Promise<{ branches: number }> {
  return take(archives.client.POST(`${onePath}/remind`, { params: { path: { id } }, body }));
}

export function answerPeople(
  id: string,
  body: ArchivesSchemas['VerificationAnswers'],
): Promise<ArchivesSchemas['VerificationAnswered']> {
  return take(archives.client.POST(`${onePath}/answers`, { params: { path: { id } }, body }));
}
