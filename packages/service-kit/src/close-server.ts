import type { Server } from 'node:http';

/** Requests under way may end for this long; then their connections are cut. */
const patienceMs = 5_000;

/**
 * Stops accepting and lets requests under way end. A kept-alive connection that was busy when this began turns idle later
 * and would hold the process for as long as its client likes, so idle ones are closed again and again.
 */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 25);
    const late = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false;
    });
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}
