import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The part of the published S3 protocol that a store of files needs, with signatures (version 4) and payloads checked. */
export interface S3Stub {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  readonly refused: string[];
  /** The next requests that are answered 503, as a busy store does. */
  busyFor(requests: number): void;
  close(): Promise<void>;
}

export const stubKeys = { accessKeyId: 'banyan-test', secretAccessKey: 'not-a-secret' };

export async function startS3Stub(bucket: string): Promise<S3Stub> {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  let busy = 0;
  const server = createServer((request, response) => {
    if (busy > 0) {
      busy -= 1;
      request.resume().once('end', () => problem(response, 503, 'SlowDown'));
    } else void answer(request, response, { bucket, objects, refused });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refused,
    busyFor: (requests) => void (busy = requests),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface State {
  readonly bucket: string;
  readonly objects: Map<string, Buffer>;
  readonly refused: string[];
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const body = await buffer(request);
  const url = new URL(String(request.url), 'http://stub');
  const [, bucket, ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const wrong = refusalOf(request, url, body);
  if (wrong !== null || bucket !== state.bucket) {
    state.refused.push(wrong ?? 'NoSuchBucket');
    return problem(response, wrong === null ? 404 : 403, wrong ?? 'NoSuchBucket');
  }
  const found = state.objects.get(key);
  if (request.method === 'PUT') {
    state.objects.set(key, body);
    response.writeHead(200, { etag: '"stub"' }).end();
  } else if (request.method === 'DELETE') {
    state.objects.delete(key);
    response.writeHead(204).end();
  } else if (url.searchParams.get('list-type') === '2') list(response, url, state);
  else if (found === undefined) problem(response, 404, 'NoSuchKey');
  else sendObject(request, response, found);
}

function sendObject(request: IncomingMessage, response: ServerResponse, content: Buffer): void {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const part = range === null ? content : content.subarray(Number(range[1]), Number(range[2]) + 1);
  response.writeHead(range === null ? 200 : 206, { 'content-length': part.length });
  response.end(request.method === 'HEAD' ? undefined : part);
}

/** Two keys a page, so that a reader has to follow. */
function list(response: ServerResponse, url: URL, { bucket, objects }: State): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const from = url.searchParams.get('continuation-token') ?? '';
  const all = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > from).toSorted();
  const page = all.slice(0, 2);
  const contents = page
    .map(
      (key) => `<Contents><Key>${key}</Key><LastModified>2026-11-23T00:00:00.000Z</LastModified></Contents>`,
    )
    .join('');
  const more = all.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>${all.length > 2}</IsTruncated>${contents}${more}</ListBucketResult>`,
    );
}

function problem(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

/** What the real store would refuse: a signature that is not of this request, or a payload that is not what was signed. */
function refusalOf(request: IncomingMessage, url: URL, body: Buffer): string | null {
  const signed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (signed === null) return 'MissingSecurityHeader';
  const [, accessKeyId, day, region, names, signature] = signed as unknown as string[];
  if (accessKeyId !== stubKeys.accessKeyId) return 'InvalidAccessKeyId';
  const stated = String(request.headers['x-amz-content-sha256']);
  if (stated !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const checksum = request.headers['x-amz-checksum-sha256'];
  if (request.method === 'PUT' && checksum !== Buffer.from(sha256(body), 'hex').toString('base64'))
    return 'BadDigest';
  const headers = String(names).split(';');
  if (!headers.includes('host') || !headers.includes('x-amz-content-sha256')) return 'AccessDenied';
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .toSorted()
      .join('&'),
    ...headers.map((name) => `${name}:${String(request.headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    names,
    stated,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => hmac(secret, String(part)),
    `AWS4${stubKeys.secretAccessKey}`,
  );
  return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

function sha256(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex');
}

function hmac(key: string | Buffer, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest();
}

function encode(value: string): string {
  return encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
