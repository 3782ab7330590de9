import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused.ts';

export const inflatedLimit = 512 * 1024 * 1024;
const entryLimit = 2_000;
/** Sheets of one value repeated reach 100; nothing that people make comes near. */
const ratioLimit = 400;
const ratioMatters = 32 * 1024 * 1024;

/** The entries of a zip, looked at before any is unpacked. */
export interface OpenZip {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Unpacks one entry. Fails when it yields more than the directory says. */
  open(name: string): Promise<Readable>;
  close(): void;
}

/** Throws FileRefused for what is damaged, encrypted or unpacks to more than a workbook of people does. */
export async function openZip(path: string): Promise<OpenZip> {
  const zip = await openOrRefuse(path);
  const entries = new Map<string, Entry>();
  try {
    let inflated = 0;
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      inflated += entry.uncompressedSize;
      if (entry.isEncrypted()) throw new FileRefused('archives.import-encrypted');
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const inflates = entry.uncompressedSize > ratioMatters && ratio > ratioLimit;
      if (inflated > inflatedLimit || inflates || entries.size > entryLimit)
        throw new FileRefused('archives.import-inflated');
    }
  } catch (error) {
    zip.close();
    throw error instanceof FileRefused ? error : new FileRefused('archives.import-damaged', error);
  }
  return {
    entries,
    open: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined || !entry.canDecodeFileData()) throw new FileRefused('archives.import-damaged');
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

async function openOrRefuse(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    throw new FileRefused('archives.import-damaged', error);
  }
}
