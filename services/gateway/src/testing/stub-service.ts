import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** A service at the other end of a real socket, which does what the test says. */
export interface StubService {
  readonly url: string;
  /** Requests for the API, newest last. */
  readonly requests: IncomingMessage[];
  answer(handler: Handler): void;
  /** Stops listening and cuts every connection, as a killed process does. */
  kill(): Promise<void>;
  revive(): Promise<void>;
}

/** Identity's internal API as the gateway uses it, for sessions that the test opens. */
export interface StubIdentity extends StubService {
  readonly sessions: Map<string, { sessionId: string; accountId: string }>;
  /** Audiences of the tokens asked for, newest last. */
  readonly asked: string[];
}

export async function startStubService(handler: Handler = echo): Promise<StubService> {
  const requests: IncomingMessage[] = [];
  let current = handler;
  let server: Server | null = null;
  let port = 0;
  async function revive(): Promise<void> {
    server = createServer((req, res) => {
      if (req.url === '/readyz') {
        res.end('{}');
        return;
      }
      requests.push(req);
      current(req, res);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as { port: number });
  }
  await revive();
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (next) => {
      current = next;
    },
    kill: async () => {
      const ended = server;
      server = null;
      if (ended === null) return;
      const closed = once(ended, 'close');
      ended.close();
      ended.closeAllConnections();
      await closed;
    },
    revive,
  };
}

export async function startStubIdentity(): Promise<StubIdentity> {
  const sessions = new Map<string, { sessionId: string; accountId: string }>();
  const asked: string[] = [];
  let forApi: Handler = echo;
  const service = await startStubService((req, res) => {
    if (req.url === '/internal/tokens') void issue(req, res);
    else forApi(req, res);
  });

  async function issue(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { session, audience } = (await json(req)) as { session: string; audience: string };
    const found = sessions.get(session);
    asked.push(audience);
    const status = req.headers['x-service-secret'] !== 'test' ? 403 : found === undefined ? 401 : 200;
    res.writeHead(status, { 'content-type': 'application/json' });
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    res.end(JSON.stringify({ token: `${audience}-${found?.accountId}`, expiresAt, revision: 1, ...found }));
  }

  return {
    ...service,
    sessions,
    asked,
    answer: (next) => {
      forApi = next;
    },
  };
}

/** Answers with what arrived. */
export const echo: Handler = (req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    res.writeHead(200, { 'content-type': 'application/json' });
    const body = Buffer.concat(chunks).toString();
    res.end(JSON.stringify({ method: req.method, url: req.url, headers: req.headers, body }));
  });
};
