import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused.ts';

export const inflatedLimit = 512 * 1024 * 1024;
const entryLimit = 2_000;
/** Of the name of an entry and what its maker says of it, in bytes; all of them are held. */
const saidLimit = 4_096;
/** Of a part that is held as a whole, unpacked: what says which sheets, links and formats there are. */
const partLimit = 16 * 1024 * 1024;
/** Sheets of one value repeated reach 100; nothing that people make comes near. */
const ratioLimit = 400;
const ratioMatters = 32 * 1024 * 1024;

/** The entries of a zip, looked at before any is unpacked. */
export interface OpenZip {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Unpacks one entry. Fails when it yields more than the directory says. */
  open(name: string): Promise<Readable>;
  /** The same for a part that is held. Throws FileRefused for one that is too large for that. */
  openPart(name: string): Promise<Readable>;
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
      if (entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength > saidLimit)
        throw new FileRefused('archives.import-too-complex');
    }
  } catch (error) {
    zip.close();
    throw error instanceof FileRefused ? error : new FileRefused('archives.import-damaged', error);
  }
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    if (entry === undefined || !entry.canDecodeFileData()) throw new FileRefused('archives.import-damaged');
    return zip.openReadStreamPromise(entry);
  };
  return {
    entries,
    open,
    openPart: async (name) => {
      if ((entries.get(name)?.uncompressedSize ?? 0) > partLimit)
        throw new FileRefused('archives.import-too-complex');
      return open(name);
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
