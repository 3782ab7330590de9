import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  // Tables of characters for drawing PDF.
  '.bcmap': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Compressed copies that the build leaves beside a file, best first. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

export const immutable = 'public, max-age=31536000, immutable';
export const revalidate = 'no-cache';

export interface FileRequest {
  /** Path below the folder, as it stands in the request: percent-encoded. */
  readonly path: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly cacheControl: string;
}

/** Answers with a file of a folder, or null when there is none at that path. */
export type StaticFiles = (request: FileRequest) => Promise<Response | null>;

export function createStaticFiles(folder: string): StaticFiles {
  const root = resolve(folder);
  return async ({ path, acceptEncoding, ifNoneMatch, cacheControl }) => {
    const file = fileWithin(root, path);
    const type = file === null ? undefined : types[extname(file)];
    if (file === null || type === undefined) return null;
    const plain = await fileStat(file);
    if (plain === null) return null;
    const headers = new Headers({
      'content-type': type,
      'cache-control': cacheControl,
      vary: 'accept-encoding',
    });
    for (const { name, suffix } of encodings) {
      if (!accepts(acceptEncoding, name)) continue;
      const packed = await fileStat(file + suffix);
      // A copy older than its file belongs to an earlier build.
      if (packed === null || packed.mtimeMs < plain.mtimeMs) continue;
      headers.set('content-encoding', name);
      return answer(file + suffix, packed, `-${name}`, headers, ifNoneMatch);
    }
    return answer(file, plain, '', headers, ifNoneMatch);
  };
}

interface FileStat {
  readonly size: number;
  readonly mtimeMs: number;
}

async function answer(
  file: string,
  { size, mtimeMs }: FileStat,
  variant: string,
  headers: Headers,
  ifNoneMatch: string | undefined,
): Promise<Response> {
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}${variant}"`;
  headers.set('etag', etag);
  if (matches(ifNoneMatch, etag)) return new Response(null, { status: 304, headers });
  headers.set('content-length', String(size));
  return new Response(size <= pieceBytes ? await readFile(file) : piecesOf(file), { headers });
}

/** So much of a file is held for a client that is slow to take it. */
const pieceBytes = 64 * 1024;

/** Read as it is taken, and opened with the first piece: a HEAD opens nothing. */
function piecesOf(file: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  return new ReadableStream(
    {
      async pull(controller) {
        handle ??= await open(file);
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await handle.close();
        return controller.close();
      },
      cancel: () => handle?.close(),
    },
    { highWaterMark: 0 },
  );
}

export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** True when the header names the encoding and does not rule it out with `q=0`. */
export function accepts(header: string | undefined, encoding: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.trim().toLowerCase().split(';');
    return name === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}

/** The file that a path names, or null when it leads out of the folder, is hidden or cannot be read as a path. */
function fileWithin(root: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  if (decoded.split('/').some((segment) => segment.startsWith('.'))) return null;
  const file = resolve(join(root, decoded));
  return file.startsWith(root + sep) ? file : null;
}

async function fileStat(file: string): Promise<FileStat | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found : null;
}
