import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { paces } from '../limits/budget.ts';

interface Sight {
  readonly sentBytes: number;
  readonly at: number;
}

/** Cuts clients that take nothing of what they are sent, so that nothing is held for them. */
export interface Standstill {
  /** Connections on which something waits for its client. */
  waiting(): number;
  stop(): void;
}

export function createStandstill(server: Server, now: () => number = () => performance.now()): Standstill {
  const sockets = new Map<Socket, Sight | null>();

  function look(socket: Socket, sight: Sight | null, at: number): void {
    const waiting = socket.writableLength;
    if (waiting === 0) {
      if (sight !== null) sockets.set(socket, null);
      return;
    }
    const sentBytes = socket.bytesWritten - waiting;
    if (sight === null || sentBytes > sight.sentBytes) {
      sockets.set(socket, { sentBytes, at });
      return;
    }
    // What the system has taken over in one piece counts when it is gone whole: a large piece has longer.
    const patience = paces.standstillMs + (waiting / paces.leastAnswerBytesPerSecond) * 1_000;
    if (at - sight.at > patience) socket.destroy();
  }

  server.on('connection', (socket) => {
    sockets.set(socket, null);
    socket.once('close', () => sockets.delete(socket));
  });
  const looking = setInterval(() => {
    const at = now();
    for (const [socket, sight] of sockets) look(socket, sight, at);
  }, 2_000);
  looking.unref();

  return {
    waiting: () => [...sockets.values()].filter((sight) => sight !== null).length,
    stop: () => clearInterval(looking),
  };
}
