import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { consoleFetch, take } from '@banyan/ui-kit';
import { ownPath } from '@banyan/ui-kit/own-path';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Dossier, DossierExtra, DossierFile } from './dossier.ts';

const path = '/api/archives/members/{id}/dossier';
const filePath = '/api/archives/dossier-files/{id}';
const extrasPath = '/api/archives/dossier-extras';

export const gapsKey = archives.key('/api/archives/dossiers');
export const branchesKey = archives.key('/api/archives/dossiers/branches');
export const extrasKey = archives.key(extrasPath);

const dossierQuery = (id: string) => archives.query(path, { params: { path: { id } } });

export function useDossier(id: string, enabled = true) {
  return useQuery({ ...dossierQuery(id), enabled });
}

export function useBranchTotals(node: string | null, organizationId: string | null) {
  const query = {
    pageSize: 1,
    ...(node === null ? {} : { node }),
    ...(organizationId === null ? {} : { organizationId }),
  };
  return useQuery(archives.query('/api/archives/dossiers/branches', { params: { query } }));
}

export function useExtras() {
  return useQuery(archives.query(extrasPath));
}

/** After a write: the dossier as the service answered it; what counts dossiers is read anew. */
export function useDossierSaved() {
  const queries = useQueryClient();
  return useCallback(
    (dossier: Dossier) => {
      queries.setQueryData(dossierQuery(dossier.memberId).queryKey, dossier);
      for (const queryKey of [gapsKey, branchesKey]) void queries.invalidateQueries({ queryKey });
    },
    [queries],
  );
}

export function useReloadDossier() {
  const queries = useQueryClient();
  return useCallback(
    (id: string) => {
      for (const queryKey of [dossierQuery(id).queryKey, gapsKey, branchesKey])
        void queries.invalidateQueries({ queryKey });
    },
    [queries],
  );
}

export function markItem(
  id: string,
  version: number,
  body: ArchivesSchemas['DossierMark'],
): Promise<Dossier> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  return take(archives.client.PATCH(path, { params, body }));
}

export function removeFile(id: string): Promise<Dossier> {
  return take(archives.client.DELETE(filePath, { params: { path: { id } } }));
}

export function restoreFile(id: string): Promise<Dossier> {
  return take(archives.client.POST(`${filePath}/restore`, { params: { path: { id } } }));
}

/** Content for a preview, in memory: nothing of it gets an address on the console's origin. */
export async function viewFile({ id }: DossierFile, signal: AbortSignal): Promise<Blob> {
  const response = await consoleFetch(`/api/archives/dossier-files/${id}?as=view`, { signal });
  return response.blob();
}

/** Hands the browser an address that is good for minutes. */
export async function downloadFile({ id }: DossierFile): Promise<void> {
  const { url } = await take(archives.client.POST(`${filePath}/link`, { params: { path: { id } } }));
  const anchor = document.createElement('a');
  anchor.href = ownPath(url, location.origin) ?? '';
  anchor.download = '';
  anchor.click();
}

export function endUpload(id: string): Promise<Response> {
  return consoleFetch(`/api/archives/uploads/${id}`, {
    method: 'DELETE',
    headers: { 'tus-resumable': '1.0.0' },
  });
}

export function archiveAddress(memberId: string): string {
  return `/api/archives/members/${memberId}/dossier.zip`;
}

export function defineExtra(body: ArchivesSchemas['NewDossierExtra'], key: string): Promise<DossierExtra> {
  return take(archives.client.POST(extrasPath, { params: { header: { 'idempotency-key': key } }, body }));
}

export function correctExtra(
  { id, version }: DossierExtra,
  body: ArchivesSchemas['DossierExtraCorrection'],
): Promise<DossierExtra> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  return take(archives.client.PATCH(`${extrasPath}/{id}`, { params, body }));
}

export async function retireExtra({ id, version }: DossierExtra): Promise<void> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  await archives.client.DELETE(`${extrasPath}/{id}`, { params });
}
