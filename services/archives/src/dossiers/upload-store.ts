import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { DataStore, Upload } from '@tus/server';
import type { Deps } from '../deps.ts';
import { isoInstant } from '../members/show-views.ts';
import { chunkFolder, selectUpload, type UploadRow } from './dossier-table.ts';
import { maxChunkBytes } from './file-types.ts';
import { keepContent } from './keep-content.ts';

/** Days for which an upload that broke off can be gone on with. */
export const uploadDays = 3;

/** An upload as it is announced: what tus itself does not know of it. */
export interface Announced {
  readonly memberId: string;
  readonly item: string;
  readonly name: string;
  readonly fingerprint: string | null;
}

/**
 * Where uploads under way are kept for one request: a row, and each chunk as a content of its own. So they are whole or
 * not there, any replica can go on with them, and the offset moves only from where it is: of two writers one is told.
 */
export class UploadStore extends DataStore {
  readonly #deps: Deps;
  readonly #scope: Scope;
  readonly #announced: Announced | null;
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(deps: Deps, scope: Scope, announced: Announced | null) {
    super();
    this.#deps = deps;
    this.#scope = scope;
    this.#announced = announced;
  }

  override async create(upload: Upload): Promise<Upload> {
    const { memberId, item, name, fingerprint } = this.#announced as Announced;
    await this.#deps.kit.database.write(this.#scope, async ({ sql, scope }) => {
      await sql`
        insert into dossier_uploads (id, account_id, member_id, item, name, fingerprint, size, created_at)
        values (${upload.id}, ${scope.actor.accountId}, ${memberId}, ${item}, ${name}, ${fingerprint},
          ${upload.size ?? 0}, ${this.#deps.kit.clock.now().toISOString()})`;
    });
    return this.getUpload(upload.id);
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.#row(id);
    return new Upload({
      id,
      size: row.size,
      offset: row.received,
      creation_date: isoInstant(row.createdAt),
    });
  }

  override getExpiration(): number {
    return uploadDays * 86_400_000;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { kit } = this.#deps;
    const row = await this.#row(id);
    const key = `${chunkFolder}/${id}/${offset}-${randomUUID()}`;
    const { size } = await kit.files.put(key, untilBroken(stream));
    const received = offset + size;
    try {
      if (received === row.size) await this.#finish(row, offset, key);
      else if (size > 0) await this.#advance(id, offset, received, key);
      else await kit.files.remove(key);
    } catch (error) {
      if (error instanceof AppError) await this.#refuse(row, key, error);
      throw error;
    }
    return received;
  }

  override async remove(id: string): Promise<void> {
    const row = await this.#row(id);
    await this.#deps.kit.database.write(this.#scope, async ({ sql }) => {
      await sql`delete from dossier_uploads where id = ${id}`;
    });
    await removeChunks(this.#deps.kit, row.chunks);
  }

  #row(id: string): Promise<UploadRow> {
    return this.#deps.kit.database.read(this.#scope, (tx) => selectUpload(tx, id));
  }

  async #advance(id: string, offset: number, received: number, key: string): Promise<void> {
    await this.#deps.kit.database.write(this.#scope, async ({ sql }) => {
      const moved = await sql`
        update dossier_uploads set received = ${received}, chunks = chunks || ${JSON.stringify([key])}::text::jsonb
        where id = ${id} and received = ${offset} and file_id is null returning id`;
      if (moved.length === 0) throw overtaken();
    });
  }

  /** The offset reaches the end in the transaction that files the content: an upload is never done without its file. */
  async #finish(row: UploadRow, offset: number, key: string): Promise<void> {
    const { kit } = this.#deps;
    const chunks = [...row.chunks, key];
    await keepContent(this.#deps, this.#scope, row, joined(kit, chunks), {
      also: async ({ sql }, fileId) => {
        const moved = await sql`
          update dossier_uploads set received = size, chunks = '[]', file_id = ${fileId}
          where id = ${row.id} and received = ${offset} and file_id is null returning id`;
        if (moved.length === 0) throw overtaken();
      },
    });
    await removeChunks(kit, chunks);
  }

  /** Who was overtaken takes back the own chunk; of a file that is refused nothing stays. */
  async #refuse(row: UploadRow, key: string, { kind }: AppError): Promise<void> {
    await this.#deps.kit.files.remove(key);
    if (kind === 'unsupported' || kind === 'invalid') await this.remove(row.id);
  }
}

/** What has arrived before a line breaks is kept. */
async function* untilBroken(stream: Readable): AsyncIterable<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > maxChunkBytes) break;
      yield chunk as Buffer;
    }
  } catch {
    return;
  }
  if (size > maxChunkBytes) throw chunkTooLarge();
}

async function* joined(kit: Kit, keys: readonly string[]): AsyncIterable<Uint8Array> {
  for (const key of keys) yield* await kit.files.open(key);
}

export async function removeChunks(kit: Kit, keys: readonly string[]): Promise<void> {
  for (const key of keys) await kit.files.remove(key);
}

export function chunkTooLarge(): AppError {
  return new AppError('too-large', 'file.chunk-too-large', 'This part of the file is too large.', {
    detail: `Send at most ${maxChunkBytes / 1024 / 1024} MiB at once, one part after the other.`,
  });
}

function overtaken(): AppError {
  return new AppError('conflict', 'file.upload-overtaken', 'Somebody else goes on with this upload.', {
    detail: 'Ask how far it is, and go on from there.',
  });
}
