import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { ServiceApp } from './http-app.ts';

export interface ServerTimes {
  /** A whole request: the largest file over a slow line. */
  readonly requestMs: number;
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly standstillMs: number;
}

const usual: ServerTimes = { requestMs: 15 * 60_000, headersMs: 10_000, standstillMs: 30_000 };

/** A service stands behind the gateway, and holds on its own against whoever sends slowly or nothing. */
export function createHttpServer(app: Pick<ServiceApp, 'fetch'>, times: ServerTimes = usual): Server {
  const answer = getRequestListener(app.fetch);
  const server = createServer(
    {
      requestTimeout: times.requestMs,
      headersTimeout: times.headersMs,
      connectionsCheckingInterval: Math.min(5_000, times.headersMs),
      keepAliveTimeout: 65_000,
    },
    (req, res) => {
      if (hasBody(req)) endStandstill(req, res, times.standstillMs);
      void answer(req, res);
    },
  );
  return server;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Nothing may be said any more by the time the operation notices: its answer goes to a connection that is closed. */
function endStandstill(req: IncomingMessage, res: ServerResponse, ms: number): void {
  const { socket } = req;
  const stop = (): void => void socket.setTimeout(0);
  socket.setTimeout(ms);
  // Node asks the request only while its body is not complete.
  req.once('timeout', () => {
    if (!res.headersSent)
      socket.write('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    socket.destroySoon();
  });
  // With a listener, a long wait for the answer to a whole body is not the end of the connection.
  res.on('timeout', () => undefined);
  req.once('end', stop);
  res.once('close', stop);
}
