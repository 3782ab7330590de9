import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Secret } from './config.ts';
import { writeThrough } from './disk-file-store.ts';
import { checkKey, contentMissing } from './file-key.ts';
import type { ByteRange, FileStore, StoredContent } from './file-store.ts';

export interface S3Options {
  /** Address of a store that speaks S3; Amazon's own without one. */
  readonly endpoint: string | undefined;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: Secret | undefined;
}

/** A put is tried again here: the library repeats no request whose body is a stream. */
const attempts = 3;
const silent = () => undefined;

type Sdk = typeof import('@aws-sdk/client-s3');

/** Contents as objects of one bucket. The vendor's library is large: it is loaded with the first use. */
export function createS3FileStore(options: S3Options): FileStore {
  const Bucket = options.bucket;
  let loaded: Promise<{ sdk: Sdk; client: S3Client }> | null = null;
  const connect = () => (loaded ??= load(options));
  return {
    put: (key, source) => put(connect, Bucket, checkKey(key), source),
    open: (key, range) => openObject(connect, Bucket, checkKey(key), range),
    size: async (key) => {
      const { sdk, client } = await connect();
      try {
        const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: checkKey(key) }));
        return head.ContentLength ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: async (key) => {
      const { sdk, client } = await connect();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: checkKey(key) }));
    },
    list: (folder) => list(connect, Bucket, `${checkKey(folder)}/`),
    // What waits to be sent lies in the system's folder for temporary files, which the system empties.
    discardUnfinished: () => Promise.resolve(),
  };
}

type Connect = () => Promise<{ sdk: Sdk; client: S3Client }>;

async function load(options: S3Options): Promise<{ sdk: Sdk; client: S3Client }> {
  const { endpoint, region, accessKeyId, secretAccessKey } = options;
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey: secretAccessKey.reveal() } }),
    // Stores that are not Amazon's know no checksum in a trailer; ours goes in a header.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: { trace: silent, debug: silent, info: silent, warn: silent, error: silent },
  });
  return { sdk, client };
}

/** The size and hash go into the signed head of the request, so the content is first written down and measured. */
async function put(
  connect: Connect,
  Bucket: string,
  Key: string,
  source: AsyncIterable<Uint8Array>,
): Promise<StoredContent> {
  const path = join(tmpdir(), `banyan-${randomUUID()}`);
  try {
    const stored = await writeThrough(path, source);
    const { sdk, client } = await connect();
    for (let attempt = 1; ; attempt += 1) {
      const command = new sdk.PutObjectCommand({
        Bucket,
        Key,
        Body: createReadStream(path),
        ContentLength: stored.size,
        ChecksumSHA256: Buffer.from(stored.sha256, 'hex').toString('base64'),
      });
      signContent(command, stored.sha256);
      try {
        await client.send(command);
        return stored;
      } catch (error) {
        if (attempt === attempts || !isPassing(error)) throw error;
        await setTimeout(attempt * 200);
      }
    }
  } finally {
    await rm(path, { force: true });
  }
}

/** Makes the signature cover the content: the library cannot hash a stream before it sends it. */
function signContent(command: PutObjectCommand, sha256: string): void {
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string> };
      request.headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'signContent' },
  );
}

async function openObject(
  connect: Connect,
  Bucket: string,
  Key: string,
  range: ByteRange | undefined,
): Promise<Readable> {
  const { sdk, client } = await connect();
  const Range = range && `bytes=${range.start}-${range.end}`;
  try {
    const answer = await client.send(new sdk.GetObjectCommand({ Bucket, Key, ...(Range && { Range }) }));
    return answer.Body as Readable;
  } catch (error) {
    throw isMissing(error) ? contentMissing(Key, error) : error;
  }
}

async function* list(
  connect: Connect,
  Bucket: string,
  Prefix: string,
): AsyncIterable<{ key: string; storedAt: Date }> {
  const { sdk, client } = await connect();
  for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix }))
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key !== undefined && LastModified !== undefined) yield { key: Key, storedAt: LastModified };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}

function isPassing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === undefined || status === 429 || status >= 500;
}
