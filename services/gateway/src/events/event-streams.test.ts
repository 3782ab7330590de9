import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { budgetSchema } from '../limits/budget.ts';
import { createHoldings } from '../limits/holdings.ts';
import { createEventStreams } from './event-streams.ts';

it('keeps a quiet stream alive with comments, and ends it when the gateway stops', async () => {
  const streams = createEventStreams(createHoldings(budgetSchema.parse({})), 5);
  const server = createServer((_req, res) =>
    streams.open(res, { session: 'c', sessionId: 's', accountId: 'a' }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const req = request({ port, agent: false }).end();
  const [res] = (await once(req, 'response')) as [IncomingMessage];
  let received = '';
  for await (const part of res) {
    received += String(part);
    if (received.includes(':\n\n:\n\n')) break;
  }
  expect(received).toMatch(/^retry: \d+\n\n/);

  const next = request({ port, agent: false }).end();
  const [second] = (await once(next, 'response')) as [IncomingMessage];
  const all = text(second);
  streams.close();
  expect(await all).toContain('retry:');
  server.close();
});
