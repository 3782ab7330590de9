import type { MembershipState, Stage } from '@banyan/contracts/person';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import { fileColumns, type FileRecord } from '@banyan/service-kit/file-records';
import { actorName } from '../members/actor-name.ts';
import { type ItemState, type Mark, stateOf } from './dossier.ts';

/** Files of a dossier have the person as owner: they go where the person goes. */
export const fileOwner = 'member';
/** Where contents of dossiers lie in the file store, and the chunks of uploads under way. */
export const contentFolder = 'dossiers';
export const chunkFolder = 'uploads';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly stage: Stage;
  readonly state: MembershipState;
  readonly fullOn: string | null;
}

export interface ItemRow {
  readonly item: string;
  readonly mark: Mark | null;
  readonly note: string | null;
  readonly state: ItemState;
  readonly version: number;
  readonly changedAt: string;
  readonly changedByName: string | null;
}

export type DossierFile = FileRecord & { readonly memberId: string; readonly item: string };

export interface ExtraRow {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly hint: string | null;
  readonly stage: Stage;
  readonly least: number;
  readonly version: number;
  readonly retiredAt: string | null;
}

export interface UploadRow {
  readonly id: string;
  readonly memberId: string;
  readonly item: string;
  readonly name: string;
  readonly fingerprint: string | null;
  readonly size: number;
  readonly received: number;
  readonly chunks: readonly string[];
  readonly createdAt: string;
  readonly fileId: string | null;
}

const memberColumns =
  'm.id, m.name, m.organization_id as "organizationId", m.stage, m.state, m.full_on as "fullOn"';
const itemColumns = `d.item, d.mark, d.note, d.state, d.version::int as version, d.changed_at as "changedAt",
  d.changed_by_name as "changedByName"`;
const dossierFileColumns = `${fileColumns}, d.member_id as "memberId", d.item`;
const extraColumns = `e.id, e.organization_id as "organizationId", e.name, e.hint, e.stage, e.least,
  e.version::int as version, e.retired_at as "retiredAt"`;
const uploadColumns = `u.id, u.member_id as "memberId", u.item, u.name, u.fingerprint, u.size::float8 as size,
  u.received::float8 as received, u.chunks, u.created_at as "createdAt", u.file_id as "fileId"`;

export async function selectMember({ sql }: Transaction, id: string): Promise<MemberRow> {
  const [row] = await sql.unsafe<MemberRow[]>(
    `select ${memberColumns} from members m where m.id = $1::uuid`,
    [id],
  );
  if (row === undefined) throw notFound();
  return row;
}

/** The person, held where they are until the end of the transaction: a file must not stay behind in a transfer. */
export async function holdMember({ sql }: WriteTransaction, id: string): Promise<MemberRow> {
  const [row] = await sql.unsafe<MemberRow[]>(
    `select ${memberColumns} from members m where m.id = $1::uuid for share`,
    [id],
  );
  if (row === undefined) throw notFound();
  return row;
}

export async function selectItems({ sql }: Transaction, memberId: string): Promise<ItemRow[]> {
  return sql.unsafe<ItemRow[]>(`select ${itemColumns} from dossier_items d where d.member_id = $1::uuid`, [
    memberId,
  ]);
}

/** All files of a dossier, the oldest first; removed ones too. */
export async function selectDossierFiles({ sql }: Transaction, memberId: string): Promise<DossierFile[]> {
  return sql.unsafe<DossierFile[]>(
    `select ${dossierFileColumns} from dossier_files d join files f on f.id = d.file_id
     where d.member_id = $1::uuid order by f.created_at, f.id`,
    [memberId],
  );
}

export async function selectDossierFile({ sql }: Transaction, id: string): Promise<DossierFile> {
  const [row] = await sql.unsafe<DossierFile[]>(
    `select ${dossierFileColumns} from dossier_files d join files f on f.id = d.file_id where d.file_id = $1::uuid`,
    [id],
  );
  if (row === undefined) throw notFound();
  return row;
}

export async function selectExtras({ sql }: Transaction): Promise<ExtraRow[]> {
  return sql.unsafe<ExtraRow[]>(`select ${extraColumns} from dossier_extras e order by e.created_at, e.id`);
}

export async function selectExtra({ sql }: Transaction, id: string): Promise<ExtraRow> {
  const [row] = await sql.unsafe<ExtraRow[]>(
    `select ${extraColumns} from dossier_extras e where e.id = $1::uuid`,
    [id],
  );
  if (row === undefined) throw notFound();
  return row;
}

/** The item's row, made where there was none, and locked: of two who file at once the second one sees the first. */
export async function lockItem(
  { sql }: WriteTransaction,
  { id: memberId, organizationId }: MemberRow,
  item: string,
): Promise<ItemRow> {
  await sql`insert into dossier_items (member_id, organization_id, item, state, version)
    values (${memberId}, ${organizationId}, ${item}, 'missing', 0) on conflict do nothing`;
  const [row] = await sql.unsafe<ItemRow[]>(
    `select ${itemColumns} from dossier_items d where d.member_id = $1::uuid and d.item = $2 for update`,
    [memberId, item],
  );
  if (row === undefined) throw notFound();
  return row;
}

export async function countFiles({ sql }: Transaction, memberId: string, item: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from dossier_files d join files f on f.id = d.file_id
    where d.member_id = ${memberId} and d.item = ${item} and f.removed_at is null`;
  return row?.count ?? 0;
}

/** Stores what a locked item has become, as its next version. */
export async function storeItem(
  tx: WriteTransaction,
  memberId: string,
  row: ItemRow,
  { mark, note, least }: { mark: Mark | null; note: string | null; least: number },
): Promise<void> {
  const state = stateOf(mark, await countFiles(tx, memberId, row.item), least);
  await tx.sql`
    update dossier_items set mark = ${mark}, note = ${note}, state = ${state}, version = version + 1,
      changed_at = now(), changed_by = ${tx.scope.actor.accountId}, changed_by_name = ${await actorName(tx)}
    where member_id = ${memberId} and item = ${row.item}`;
}

export async function selectUpload({ sql, scope }: Transaction, id: string): Promise<UploadRow> {
  const [row] = await sql.unsafe<UploadRow[]>(
    `select ${uploadColumns} from dossier_uploads u where u.id = $1::uuid and u.account_id = $2::uuid`,
    [id, scope.actor.accountId],
  );
  if (row === undefined) throw notFound();
  return row;
}

/** The reader's own uploads into a dossier that wait to be gone on with. */
export async function selectUploads({ sql, scope }: Transaction, memberId: string): Promise<UploadRow[]> {
  return sql.unsafe<UploadRow[]>(
    `select ${uploadColumns} from dossier_uploads u
     where u.member_id = $1::uuid and u.account_id = $2::uuid and u.file_id is null order by u.created_at`,
    [memberId, scope.actor.accountId],
  );
}
