import { archives, type ArchivesSchemas } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import { useQuery } from '@tanstack/react-query';
import type { CustomField } from './custom-field.ts';

const path = '/api/archives/fields';
export const fieldsKey = archives.key(path);
const staleTime = 60_000;

type Place = { organizationId?: string; memberId?: string; below?: 'true' };

export function fieldsQuery(place: Place) {
  return { ...archives.query(path, { params: { query: place } }), staleTime };
}

const none: CustomField[] = [];

/** The fields of people at a place, in order, archived ones too. Empty until they are known. */
export function useFields(place: Place | null): CustomField[] {
  const query = useQuery({ ...fieldsQuery(place ?? {}), enabled: place !== null });
  return query.data?.items ?? none;
}

export function createField(body: ArchivesSchemas['NewField'], key: string): Promise<CustomField> {
  return take(archives.client.POST(path, { params: { header: { 'idempotency-key': key } }, body }));
}

export function correctField(
  id: string,
  version: number,
  body: ArchivesSchemas['FieldCorrection'],
): Promise<CustomField> {
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  return take(archives.client.PATCH(`${path}/{id}`, { params, body }));
}

export function archiveField(id: string): Promise<CustomField> {
  return take(archives.client.POST(`${path}/{id}/archive`, { params: { path: { id } } }));
}

export function restoreField(id: string): Promise<CustomField> {
  return take(archives.client.POST(`${path}/{id}/restore`, { params: { path: { id } } }));
}

export function orderFields(organizationId: string, ids: string[]): Promise<unknown> {
  return take(archives.client.POST(`${path}/order`, { body: { organizationId, ids } }));
}

export function useFieldUsage(id: string) {
  return useQuery({ ...archives.query(`${path}/{id}/usage`, { params: { path: { id } } }), staleTime: 0 });
}
