import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { AppError } from '@banyan/service-kit/error';
import { plainName } from '@banyan/service-kit/receive-file';
import type { Scope } from '@banyan/service-kit/scope';
import { MemoryLocker, Metadata, Server } from '@tus/server';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { checkRecordId } from '../members/record-id.ts';
import { selectMember, selectUpload } from './dossier-table.ts';
import { checkName, emptyFile, fileTooLarge, maxChunkBytes, maxFileBytes } from './file-types.ts';
import { unknownItem } from './keep-content.ts';
import { findAsked } from './load-dossier.ts';
import { type Announced, chunkTooLarge, UploadStore } from './upload-store.ts';

export const uploadsPath = '/api/archives/uploads';

/** Within this process; between processes the offset in the row decides. */
const locker = new MemoryLocker();

/** The tus protocol (1.0.0): announces an upload into somebody's dossier; `memberId`, `item` and `filename` are its metadata. */
export async function startUpload(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.update');
  const metadata = metadataOf(c);
  const scope = await scopeOfMember(deps, granted, metadata['memberId'] ?? '');
  checkChunk(c);
  const announced: Announced = {
    memberId: metadata['memberId'] ?? '',
    item: metadata['item'] ?? '',
    name: plainName(metadata['filename'] ?? undefined),
    fingerprint: metadata['fingerprint']?.slice(0, 200) ?? null,
  };
  checkLength(c.req.header('upload-length'));
  checkName(announced.name);
  await kit.database.read(scope, async (tx) => {
    const member = await selectMember(tx, announced.memberId);
    if ((await findAsked(tx, kit.tree(), member.organizationId, announced.item)) === null)
      throw unknownItem();
  });
  return handle(c, new UploadStore(deps, scope, announced));
}

/** How far an upload is (HEAD), its next part (PATCH), or its end (DELETE); for the account that began it, while it may. */
export async function continueUpload(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.update');
  const scope = await scopeOfUpload(deps, granted, c.req.param('id') as string);
  checkChunk(c);
  return handle(c, new UploadStore(deps, scope, null));
}

async function scopeOfUpload(deps: Deps, granted: Scope, id: string): Promise<Scope> {
  checkRecordId(id);
  const { memberId } = await deps.kit.database.read(granted, (tx) => selectUpload(tx, id));
  return scopeOfMember(deps, granted, memberId);
}

/** A server of the protocol is cheap, and made for one request it knows whose it is. */
async function handle(c: AppContext, datastore: UploadStore): Promise<Response> {
  const failure: { error: unknown } = { error: null };
  const server = new Server({
    path: uploadsPath,
    datastore,
    locker,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => uuidv7(),
    onResponseError: (_request, error) => {
      if (error instanceof Error) failure.error = error;
      return undefined;
    },
  });
  const answer = await server.handleWeb(c.req.raw as Parameters<Server['handleWeb']>[0]);
  if (failure.error !== null) throw failure.error;
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

function metadataOf(c: AppContext): Record<string, string | null> {
  try {
    return Metadata.parse(c.req.header('upload-metadata')) ?? {};
  } catch (cause) {
    throw new AppError('invalid', 'file.metadata-malformed', 'Upload-Metadata cannot be read.', { cause });
  }
}

function checkLength(announced: string | undefined): void {
  const size = Number(announced);
  // What is no number is refused by the protocol.
  if (announced === undefined || Number.isNaN(size) || size < 0) return;
  if (size === 0) throw emptyFile();
  if (size > maxFileBytes) throw fileTooLarge();
}

function checkChunk(c: AppContext): void {
  if (Number(c.req.header('content-length') ?? 0) > maxChunkBytes) throw chunkTooLarge();
}
