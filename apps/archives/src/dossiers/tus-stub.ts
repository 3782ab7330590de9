import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

type Stored = { size: number; metadata: string; parts: Buffer[] };

/** The service's side of the tus protocol, in memory, that a test can make hold or refuse. */
export type TusStub = {
  url: string;
  uploads: Map<string, Stored>;
  requests: string[];
  /** Parts from this one on (1 is the first) get no answer until `release()`. */
  holdFrom(part: number): void;
  release(): void;
  /** Parts are answered with this problem. */
  refuse(status: number, code: string): void;
  close(): Promise<void>;
};

export async function startTusStub(): Promise<TusStub> {
  const uploads = new Map<string, Stored>();
  const requests: string[] = [];
  let parts = 0;
  let held = Infinity;
  let refusal: { status: number; code: string } | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return end(response, 204);
    const id = String(request.url?.split('/').at(-1));
    const offset = request.headers['upload-offset'];
    requests.push([request.method, offset].filter((part) => part !== undefined).join(' '));
    if (request.method === 'POST') return begin(request, response);
    const upload = uploads.get(id);
    if (upload === undefined) return end(response, 404);
    if (request.method === 'DELETE') {
      uploads.delete(id);
      return end(response, 204);
    }
    if (request.method === 'HEAD')
      return end(response, 200, { 'upload-offset': received(upload), 'upload-length': upload.size });
    parts += 1;
    if (parts >= held) return undefined;
    const part = await buffer(request);
    if (refusal !== null) {
      response.writeHead(refusal.status, { ...shared, 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: refusal.code }));
      return undefined;
    }
    if (Number(offset) !== received(upload)) return end(response, 409);
    upload.parts.push(part);
    return end(response, 204, { 'upload-offset': received(upload) });
  }

  function begin(request: IncomingMessage, response: ServerResponse): void {
    const id = String(uploads.size + 1);
    const metadata = String(request.headers['upload-metadata']);
    uploads.set(id, { size: Number(request.headers['upload-length']), metadata, parts: [] });
    end(response, 201, { location: `/api/archives/uploads/${id}` });
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    uploads,
    requests,
    holdFrom: (part) => {
      held = part;
    },
    release: () => {
      held = Infinity;
    },
    refuse: (status, code) => {
      refusal = { status, code };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The page of a test has an origin of its own. */
const shared = {
  'tus-resumable': '1.0.0',
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'content-type, tus-resumable, upload-length, upload-metadata, upload-offset, x-banyan-client',
  'access-control-allow-methods': 'DELETE, HEAD, PATCH, POST',
  'access-control-expose-headers': 'location, upload-length, upload-offset',
};

function received({ parts }: Stored): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function end(response: ServerResponse, status: number, headers: Record<string, string | number> = {}): void {
  response.writeHead(status, { ...shared, ...headers }).end();
}
