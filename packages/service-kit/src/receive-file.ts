import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { diskFull, isDiskFull } from './disk-full.ts';
import { AppError } from './error.ts';
import type { AppContext } from './http-app.ts';

/** A file as it came, on disk until `remove()`. Nothing is known yet of what it holds. */
export interface ReceivedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** What the sender calls it: text to show, never a path. */
  readonly name: string;
  /** The other inputs of the form. */
  readonly fields: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export interface ReceiveOptions {
  /** Name of the input that holds the file. */
  readonly field: string;
  readonly maxBytes: number;
}

/** Reads one file of a multipart form to disk as it comes. Throws 413, 415 and 400, and then leaves nothing behind. */
export async function receiveFile(c: AppContext, options: ReceiveOptions): Promise<ReceivedFile> {
  const { raw } = c.req;
  const type = raw.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type) || raw.body === null) throw notAForm();
  const announced = Number(raw.headers.get('content-length') ?? 0);
  // The parts around the file are small.
  if (announced > options.maxBytes + 64 * 1024) throw tooLarge(options.maxBytes);
  const folder = await mkdtemp(join(tmpdir(), 'banyan-upload-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'content');
    const read = await readForm(Readable.fromWeb(raw.body as never), type, path, options);
    return { ...read, path, remove };
  } catch (error) {
    await remove();
    if (isDiskFull(error)) throw diskFull(error);
    throw error instanceof AppError ? error : broken(error);
  }
}

async function readForm(
  body: Readable,
  type: string,
  path: string,
  { field, maxBytes }: ReceiveOptions,
): Promise<Pick<ReceivedFile, 'size' | 'sha256' | 'name' | 'fields'>> {
  const fields: Record<string, string> = {};
  const files: { name: string; hash: Hash; written: Promise<void>; stream: BusboyFileStream }[] = [];
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 20, fieldSize: 10_000, fileSize: maxBytes, parts: 30 },
  });
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.on('file', (name, stream, fileName) => {
    if (name !== field) {
      stream.resume();
      return;
    }
    const hash = createHash('sha256');
    const written = pipeline(stream, hashing(hash), createWriteStream(path, { mode: 0o600 }));
    written.catch((error: unknown) => form.destroy(error as Error));
    stream.once('limit', () => form.destroy(tooLarge(maxBytes)));
    files.push({ name: plainName(fileName), hash, written, stream });
  });
  await pipeline(body, form);
  const [file] = files;
  if (file === undefined) throw missing(field);
  await file.written;
  return { size: file.stream.bytesRead, sha256: file.hash.digest('hex'), name: file.name, fields };
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** The last part of a path, without what could steer a terminal or a header, 200 characters at the most. */
export function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? '';
  return [...last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim()].slice(0, 200).join('') || 'file';
}

function notAForm(): AppError {
  return new AppError('unsupported', 'file.not-a-form', 'Send the file in a form (multipart/form-data).');
}

function missing(field: string): AppError {
  return new AppError('invalid', 'file.missing', 'There is no file in the form.', {
    errors: [{ field, code: 'required', message: 'Choose a file.' }],
  });
}

function broken(cause: unknown): AppError {
  return new AppError('invalid', 'file.broken-form', 'The upload broke off, or is not a form.', {
    detail: 'Nothing was kept. Send the file again.',
    cause,
  });
}

function tooLarge(maxBytes: number): AppError {
  const limit = `${Math.floor(maxBytes / 1024 / 1024)} MiB`;
  return new AppError('too-large', 'file.too-large', `The file is larger than ${limit}.`, {
    detail: 'Split it into smaller files.',
    errors: [{ field: 'file', code: 'too_big', message: `At most ${limit}.` }],
  });
}
