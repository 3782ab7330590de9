import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from './error.ts';
import { limitBody } from './limit-body.ts';

const app = new Hono();
app.use(limitBody(1024));
app.all('*', async (c) => c.json({ method: c.req.method, length: (await c.req.text()).length }));
app.onError((error, c) => c.json({ code: (error as AppError).code ?? error.message }, 413));

let server: Server;

beforeAll(async () => {
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false })).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
});
afterAll(() => server.close());

async function send(method: string, headers: Record<string, string>, body?: string): Promise<unknown> {
  const { port } = server.address() as { port: number };
  const req = request({ port, method, headers, agent: false }).end(body);
  const [res] = (await once(req, 'response')) as [import('node:http').IncomingMessage];
  return JSON.parse(await text(res)) as unknown;
}

it.each([
  ['GET', {}, undefined, { method: 'GET', length: 0 }],
  ['DELETE', {}, undefined, { method: 'DELETE', length: 0 }],
  ['POST', { 'content-length': '0' }, undefined, { method: 'POST', length: 0 }],
  ['POST', { 'content-length': '1024' }, 'x'.repeat(1024), { method: 'POST', length: 1024 }],
  ['POST', { 'content-length': '1025' }, 'x'.repeat(1025), { code: 'body.too-large' }],
  ['PATCH', { 'transfer-encoding': 'chunked' }, 'x'.repeat(1024), { method: 'PATCH', length: 1024 }],
  ['PATCH', { 'transfer-encoding': 'chunked' }, 'x'.repeat(1025), { code: 'body.too-large' }],
])('%s with %o is measured as it comes', async (method, headers, body, answer) => {
  expect(await send(method, headers as Record<string, string>, body)).toEqual(answer);
});

it('measures a request that was made in this process', async () => {
  const post = (body: string) => app.request('/', { method: 'POST', body });
  expect(await (await post('x'.repeat(1024))).json()).toEqual({ method: 'POST', length: 1024 });
  expect((await post('x'.repeat(1025))).status).toBe(413);
});
