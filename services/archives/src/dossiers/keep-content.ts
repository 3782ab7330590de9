import { AppError } from '@banyan/service-kit/error';
import { insertFile, type ScanState } from '@banyan/service-kit/file-records';
import type { StoredContent } from '@banyan/service-kit/file-store';
import type { IdempotencyKey } from '@banyan/service-kit/idempotency';
import type { Kit } from '@banyan/service-kit/kit';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import {
  contentFolder,
  type DossierFile,
  fileOwner,
  holdMember,
  lockItem,
  selectDossierFile,
  storeItem,
} from './dossier-table.ts';
import { checkContent, emptyFile } from './file-types.ts';
import { findAsked } from './load-dossier.ts';

export interface Incoming {
  readonly memberId: string;
  readonly item: string;
  readonly name: string;
}

interface KeepOptions {
  readonly idempotency?: IdempotencyKey | null;
  /** What else becomes true with the file, in the same transaction. */
  readonly also?: (tx: WriteTransaction, fileId: string) => Promise<void>;
}

/**
 * Stores a content and files it under an item: content first, so that no row is without one. What is refused is gone
 * again; what a kill leaves without a row is swept.
 */
export async function keepContent(
  deps: Deps,
  scope: Scope,
  incoming: Incoming,
  source: AsyncIterable<Uint8Array>,
  options: KeepOptions = {},
): Promise<DossierFile> {
  const { kit } = deps;
  const fileId = uuidv7();
  const key = `${contentFolder}/${fileId}`;
  try {
    const stored = await kit.files.put(key, source);
    if (stored.size === 0) throw emptyFile();
    const mediaType = await checkContent(() => kit.files.open(key), incoming.name);
    const scanState = await scan(kit, key);
    const kept = await kit.database.write(
      scope,
      async (tx) => {
        await options.also?.(tx, fileId);
        await fileUnder(tx, kit, incoming, { ...stored, id: fileId, key, mediaType, scanState });
        return selectDossierFile(tx, fileId);
      },
      { idempotency: options.idempotency ?? null },
    );
    // A repeated request got the first answer; what it sent again is not needed.
    if (kept.id !== fileId) await kit.files.remove(key);
    return kept;
  } catch (error) {
    // A refusal has certainly stored no row. Of any other failure that is not known: the sweep looks.
    if (error instanceof AppError) await kit.files.remove(key);
    throw error;
  }
}

async function scan(kit: Kit, key: string): Promise<ScanState> {
  const { state, threat } = await kit.scanner.scan(() => kit.files.open(key));
  if (state !== 'infected') return state;
  throw new AppError('unsupported', 'file.infected', `The file holds ${threat}.`, {
    detail: 'It was not kept. Have the machine that it comes from looked at.',
    extensions: { threat },
  });
}

async function fileUnder(
  tx: WriteTransaction,
  kit: Kit,
  { memberId, item, name }: Incoming,
  content: StoredContent & { id: string; key: string; mediaType: string; scanState: ScanState },
): Promise<void> {
  const member = await holdMember(tx, memberId);
  const asked = await findAsked(tx, kit.tree(), member.organizationId, item);
  if (asked === null) throw unknownItem();
  const row = await lockItem(tx, member, item);
  await insertFile(tx, {
    ...{ id: content.id, name, size: content.size, sha256: content.sha256 },
    ownerEntity: fileOwner,
    ownerId: memberId,
    organizationId: member.organizationId,
    mediaType: content.mediaType,
    classification: 'personal',
    scanState: content.scanState,
    storageKey: content.key,
    createdByName: await actorName(tx),
  });
  await tx.sql`insert into dossier_files (file_id, member_id, item) values (${content.id}, ${memberId}, ${item})`;
  // What has come after all was needed.
  const kept = row.mark === 'not-needed' ? { mark: null, note: null } : { mark: row.mark, note: row.note };
  await storeItem(tx, memberId, row, { ...kept, least: asked.least });
  tx.audit({
    action: 'archives.dossier.upload',
    entity: 'dossier',
    subjectId: memberId,
    organizationId: member.organizationId,
    fields: [item],
  });
}

export function unknownItem(): AppError {
  return new AppError('invalid', 'archives.dossier-item-unknown', 'The dossier has no such item.', {
    detail: 'Load the dossier again: what is asked for may have changed.',
    errors: [{ field: 'item', code: 'invalid_value', message: 'There is no such item.' }],
  });
}
