import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { diskFull, isDiskFull } from './disk-full.ts';
import { checkKey, contentMissing } from './file-key.ts';
import type { FileStore, StoredContent } from './file-store.ts';

/** Keys start with a letter or digit, so that no key names this folder. */
const unfinished = '.unfinished';

/** Contents as files of one directory. Nothing is touched before the first use. */
export function createDiskFileStore(directory: string): FileStore {
  const pathOf = (key: string): string => join(directory, ...checkKey(key).split('/'));
  return {
    put: async (key, source) => {
      const target = pathOf(key);
      const temporary = join(directory, unfinished, randomUUID());
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
      try {
        const stored = await writeThrough(temporary, source);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await rename(temporary, target);
        await syncFolders(dirname(target), directory);
        return stored;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    open: async (key, range) => {
      const handle = await open(pathOf(key)).catch((error: unknown) => {
        throw isMissing(error) ? contentMissing(key, error) : error;
      });
      return handle.createReadStream(range);
    },
    size: async (key) => {
      try {
        return (await stat(pathOf(key))).size;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (folder) => filesBelow(directory, pathOf(folder)),
    discardUnfinished: async (before) => {
      const folder = join(directory, unfinished);
      const names = await readdir(folder).catch(nothingWhenMissing);
      for (const name of names) {
        const path = join(folder, name);
        const found = await stat(path).catch(() => null);
        if (found !== null && found.mtime < before) await rm(path, { force: true });
      }
    },
  };
}

/** Writes all of a source to a new file and waits until the disk has it. Throws `service.disk-full` when it has no room. */
export async function writeThrough(path: string, source: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      await writeAll(file, chunk);
    }
    await file.sync();
  } catch (error) {
    throw isDiskFull(error) ? diskFull(error) : error;
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    const { bytesWritten } = await file.write(chunk, done);
    done += bytesWritten;
  }
}

/** A new name is on the disk once its folder is, and a new folder once the one above it is. */
async function syncFolders(from: string, top: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    const handle = await open(folder);
    // Windows opens no folder for syncing and Linux file systems on a network may refuse: the rename stands either way.
    await handle.sync().catch(() => undefined);
    await handle.close();
    if (folder === top || relative(top, folder) === '') return;
  }
}

async function* filesBelow(top: string, folder: string): AsyncIterable<{ key: string; storedAt: Date }> {
  const entries = await opendir(folder, { recursive: true }).catch(nothingWhenMissing);
  for await (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null);
    if (found !== null) yield { key: relative(top, path).split(sep).join('/'), storedAt: found.mtime };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function nothingWhenMissing(error: unknown): never[] {
  if (isMissing(error)) return [];
  throw error;
}
