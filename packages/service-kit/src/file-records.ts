import type { Readable } from 'node:stream';
import type { Transaction, WriteTransaction } from './database.ts';
import type { Kit } from './kit.ts';

/** How far a file may be shown: to anybody, within the enterprise, or as personal data. */
export type Classification = 'open' | 'internal' | 'personal';
export type ScanState = 'not-scanned' | 'clean';

/** What a service knows of a file besides its content. */
export interface FileRecord {
  readonly id: string;
  readonly ownerEntity: string;
  readonly ownerId: string;
  readonly organizationId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly classification: Classification;
  readonly scanState: ScanState;
  readonly storageKey: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly removedAt: string | null;
}

export const fileColumns = `f.id, f.owner_entity as "ownerEntity", f.owner_id as "ownerId",
  f.organization_id as "organizationId", f.name, f.size::float8 as size, f.sha256, f.media_type as "mediaType",
  f.classification, f.scan_state as "scanState", f.storage_key as "storageKey", f.created_at as "createdAt",
  f.created_by as "createdBy", f.created_by_name as "createdByName", f.removed_at as "removedAt"`;

export type NewFile = Omit<FileRecord, 'createdAt' | 'createdBy' | 'removedAt'>;

/** Files are stored content first: a content whose row never comes is swept, a row without its content would lie. */
export async function insertFile({ sql, scope }: WriteTransaction, file: NewFile): Promise<void> {
  await sql`
    insert into files (id, owner_entity, owner_id, organization_id, name, size, sha256, media_type, classification,
      scan_state, storage_key, created_by, created_by_name)
    values (${file.id}, ${file.ownerEntity}, ${file.ownerId}, ${file.organizationId}, ${file.name}, ${file.size},
      ${file.sha256}, ${file.mediaType}, ${file.classification}, ${file.scanState}, ${file.storageKey},
      ${scope.actor.accountId}, ${file.createdByName})`;
}

export async function selectFile({ sql }: Transaction, id: string): Promise<FileRecord | undefined> {
  const [row] = await sql.unsafe<FileRecord[]>(`select ${fileColumns} from files f where f.id = $1::uuid`, [
    id,
  ]);
  return row;
}

/** All files of one record, the oldest first; removed ones too. */
export async function selectFilesOf(
  { sql }: Transaction,
  ownerEntity: string,
  ownerId: string,
): Promise<FileRecord[]> {
  return sql.unsafe<FileRecord[]>(
    `select ${fileColumns} from files f where f.owner_entity = $1 and f.owner_id = $2::uuid order by f.created_at, f.id`,
    [ownerEntity, ownerId],
  );
}

/** Marks a file as removed, or takes that back. False when it was so already. */
export async function markRemoved(
  { sql, scope }: WriteTransaction,
  id: string,
  removed: boolean,
): Promise<boolean> {
  const rows = removed
    ? await sql`update files set removed_at = now(), removed_by = ${scope.actor.accountId}
        where id = ${id} and removed_at is null returning id`
    : await sql`update files set removed_at = null, removed_by = null
        where id = ${id} and removed_at is not null returning id`;
  return rows.length > 0;
}

export function openFile(kit: Kit, file: FileRecord): Promise<Readable> {
  return kit.files.open(file.storageKey);
}
