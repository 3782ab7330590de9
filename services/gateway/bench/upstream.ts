import { createServer } from 'node:http';

/** A service that costs next to nothing, and identity's token route: what remains is the gateway. */
const item = { id: '019a0000-0000-7000-8000-000000000001', name: '张三', stage: 'full', version: 3 };
const body = Buffer.from(JSON.stringify({ items: Array.from({ length: 10 }, () => item), total: 10 }));

const server = createServer((req, res) => {
  if (req.url === '/internal/tokens') {
    req.resume();
    const token = 'x'.repeat(420);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ token, expiresAt, sessionId: item.id, accountId: item.id, revision: 1 }));
    return;
  }
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length, etag: '"3"' });
  res.end(body);
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
process.once('disconnect', () => process.exit());
