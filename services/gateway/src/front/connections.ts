import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@banyan/service-kit/network';
import type { Holdings } from '../limits/holdings.ts';

/**
 * So many connections that have sent nothing whole yet may be open from all addresses together: three quarters of what
 * the system lets this process open. A slow one costs less than one that is cut and comes again.
 */
function mostNewcomers(): number {
  Object.assign(process.report, { excludeNetwork: true });
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files?: { soft?: number | string } };
  };
  const files = Number(userLimits?.open_files?.soft);
  return Number.isFinite(files) ? Math.floor(files * 0.75) : 10_000;
}

export interface ConnectionsOptions {
  readonly server: Server;
  readonly holdings: Holdings;
  /** Behind a reverse proxy all connections are its own: it counts them by address. */
  readonly trustedProxies: number;
}

/**
 * Holds every address to its connections. Who has not sent one whole request yet counts apart, and of those the oldest
 * make room for new ones: a thousand slow beginnings from many addresses keep nobody out.
 */
export function watchConnections({ server, holdings, trustedProxies }: ConnectionsOptions): void {
  const newcomers = new Map<Socket, () => void>();
  const most = mostNewcomers();

  function arrive(socket: Socket): void {
    const release = trustedProxies > 0 ? nothing : take(socket);
    if (release === null) {
      socket.destroy();
      return;
    }
    newcomers.set(socket, release.begun);
    socket.once('close', () => {
      newcomers.delete(socket);
      release.begun();
      release.open();
    });
    if (newcomers.size > most) newcomers.keys().next().value?.destroy();
  }

  function take(socket: Socket): { open: () => void; begun: () => void } | null {
    const address = networkOf(socket.remoteAddress ?? '');
    const open = holdings.take('connections', { kind: 'address', address });
    const begun = open === null ? null : holdings.take('newcomers', { kind: 'address', address });
    if (begun === null) open?.();
    return open === null || begun === null ? null : { open, begun };
  }

  server.on('connection', arrive);
  server.prependListener('request', ({ socket }) => {
    newcomers.get(socket)?.();
    newcomers.delete(socket);
  });
}

const nothing = { open: () => undefined, begun: () => undefined };
