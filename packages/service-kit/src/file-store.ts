import type { Readable } from 'node:stream';
import type { FilesConfig } from './config.ts';
import { createDiskFileStore } from './disk-file-store.ts';
import { AppError } from './error.ts';
import { createS3FileStore } from './s3-file-store.ts';

/** What a put has seen go by: bytes, and the SHA-256 as 64 hexadecimal digits. */
export interface StoredContent {
  readonly size: number;
  readonly sha256: string;
}

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Contents by key. A content is whole or not there, whatever ends the process; a second put of a key replaces the first. */
export interface FileStore {
  /** Throws what the source throws, and then keeps nothing. */
  put(key: string, source: AsyncIterable<Uint8Array>): Promise<StoredContent>;
  /** Throws `file.content-missing` for a key that holds nothing. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Bytes, or null for a key that holds nothing. */
  size(key: string): Promise<number | null>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** All keys below a folder, in no order; for sweeping. */
  list(folder: string): AsyncIterable<{ key: string; storedAt: Date }>;
  /** Throws away what unfinished puts have left behind before an instant. */
  discardUnfinished(before: Date): Promise<void>;
}

/** Contents on the disk at FILES_DIR, or in a bucket once S3_ENDPOINT or S3_BUCKET is set. */
export function createFileStore(config: FilesConfig): FileStore {
  if (config.S3_BUCKET !== undefined || config.S3_ENDPOINT !== undefined)
    return createS3FileStore({
      endpoint: config.S3_ENDPOINT,
      bucket: config.S3_BUCKET ?? 'banyan',
      region: config.S3_REGION,
      accessKeyId: config.S3_ACCESS_KEY_ID,
      secretAccessKey: config.S3_SECRET_ACCESS_KEY,
    });
  return config.FILES_DIR === undefined ? noFileStore : createDiskFileStore(config.FILES_DIR);
}

/** A service that was given no place for files starts all the same, and says so when one is stored. */
export const noFileStore: FileStore = {
  put: () => Promise.reject(notConfigured()),
  open: () => Promise.reject(notConfigured()),
  size: () => Promise.reject(notConfigured()),
  remove: () => Promise.reject(notConfigured()),
  list: () => {
    throw notConfigured();
  },
  discardUnfinished: () => Promise.reject(notConfigured()),
};

function notConfigured(): AppError {
  return new AppError('unavailable', 'file.store-missing', 'This installation has no place for files.', {
    detail: 'Set FILES_DIR, or S3_ENDPOINT and S3_BUCKET, and start the service again.',
  });
}
