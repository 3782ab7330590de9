import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createTestService, serviceSecret, type TestService } from '@banyan/test-kit/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from './error.ts';
import { jsonOf } from './http-app.ts';
import { createHttpServer } from './http-server.ts';
import { kitMigrations } from './migrate.ts';

const lines: Record<string, unknown>[] = [];
let notes: TestService;
let server: Server;
const reached = { waiting: Promise.withResolvers<void>() };

beforeAll(async () => {
  notes = await createTestService({
    domain: 'notes',
    migrations: [kitMigrations],
    compose: (_, app) => {
      app.post('/api/notes/closed/:id', () => {
        throw new AppError('forbidden', 'notes.closed', 'Nobody may write here.');
      });
      app.post('/api/notes/words', async (c) => {
        reached.waiting.resolve();
        return c.json((await jsonOf(c)) as object);
      });
      return { subscriptions: [] };
    },
  });
  const keep = (fields: object): number => lines.push(fields as Record<string, unknown>);
  Object.assign(notes.kit.log, { info: keep, warn: keep, error: keep });
  server = createHttpServer(notes.app, { requestMs: 60_000, headersMs: 60_000, standstillMs: 150 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await notes.close();
});

function send(path: string, ...parts: string[]) {
  const socket = connect((server.address() as { port: number }).port, '127.0.0.1');
  socket.write(`POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n`);
  for (const part of parts) socket.write(part);
  return socket;
}

const chunked = 'transfer-encoding: chunked\r\n\r\n';

it('a body that stands still ends the request', async () => {
  const answer = await text(send('/api/notes/words', 'content-length: 100\r\n\r\n', '{"half":'));
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
});

it('a body in chunks is not read before the operation asks for it', async () => {
  const socket = send('/api/notes/closed/7', chunked, '5\r\n{"hal\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(String(answer)).toMatch(/^HTTP\/1.1 403 /);
  expect(String(answer)).toMatch(/^x-banyan-route: \/api\/notes\/closed\/:id\r$/m);
});

it('somebody who leaves is one line that is no error', async () => {
  lines.length = 0;
  reached.waiting = Promise.withResolvers();
  const socket = send('/api/notes/words', chunked, '5\r\n{"hal\r\n');
  await reached.waiting.promise;
  socket.destroy();
  await expect.poll(() => lines.length).toBe(1);
  expect(lines[0]).toMatchObject({ route: '/api/notes/words', status: 499 });
  expect(lines[0]).not.toHaveProperty('error');
});

describe('what a service counts of itself', () => {
  it.each(['/metrics', '/status'])('%s is for whoever knows the secret of the mesh', async (path) => {
    const ask = (secret: string) => notes.app.request(path, { headers: { 'x-service-secret': secret } });
    expect((await ask('wrong')).status).toBe(403);
    expect((await ask(serviceSecret)).status).toBe(200);
  });

  it('says nothing about who asks for its health', async () => {
    expect((await notes.app.request('/readyz')).status).toBe(200);
    expect((await notes.app.request('/healthz')).status).toBe(200);
  });
});
