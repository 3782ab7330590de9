import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Refusal } from '../front/refusal.ts';
import { paces } from '../limits/budget.ts';
import { announcedBytes, BodyRefused, countedBody, noRoom, tooLarge, tooSlow } from './request-body.ts';

/** The bodies on their way in. What is too slow, too large, or too much together is given up here. */
export interface Intake {
  /** A small body, taken whole before a service hears of it; undefined where the client has left. */
  whole(req: IncomingMessage, limitBytes: number): Promise<Buffer | Refusal | undefined>;
  /** A large one, for the service to read as it comes. Fails with `BodyRefused`. */
  stream(req: IncomingMessage, limitBytes: number): Readable;
  /** Bytes of small bodies held now. */
  heldBytes(): number;
  stop(): void;
}

interface Arrival {
  bytes: number;
  /** How far it was when it was last looked at. */
  before: number;
  lookedAt: number;
  readonly until: number;
  readonly giveUp: (refusal: Refusal) => void;
}

export function createIntake(now: () => number = () => performance.now()): Intake {
  const small = new Set<Arrival>();
  const large = new Set<Arrival>();
  let held = 0;

  function look(arrival: Arrival, at: number): void {
    if (at >= arrival.until) return arrival.giveUp(tooSlow);
    const ms = at - arrival.lookedAt;
    if (ms < paces.lookAtBodiesMs) return undefined;
    const least = (ms / 1_000) * paces.leastBodyBytesPerSecond;
    if (arrival.bytes - arrival.before < least) return arrival.giveUp(tooSlow);
    arrival.before = arrival.bytes;
    arrival.lookedAt = at;
    return undefined;
  }

  const looking = setInterval(() => {
    const at = now();
    for (const arrivals of [small, large]) for (const arrival of arrivals) look(arrival, at);
  }, 1_000);
  looking.unref();

  function arrive(arrivals: Set<Arrival>, withinMs: number, giveUp: Arrival['giveUp']): Arrival {
    const at = now();
    const arrival = { bytes: 0, before: 0, lookedAt: at, until: at + withinMs, giveUp };
    arrivals.add(arrival);
    return arrival;
  }

  function whole(req: IncomingMessage, limitBytes: number): Promise<Buffer | Refusal | undefined> {
    if (announcedBytes(req) > limitBytes) return Promise.resolve(tooLarge(limitBytes));
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      const arrival = arrive(small, paces.smallBodyMs, end);
      function end(result: Buffer | Refusal | undefined): void {
        if (!small.delete(arrival)) return;
        held -= arrival.bytes;
        req.off('data', take).off('end', complete).off('close', leave);
        resolve(result);
      }
      function take(chunk: Buffer): void {
        arrival.bytes += chunk.length;
        held += chunk.length;
        chunks.push(chunk);
        if (arrival.bytes > limitBytes) end(tooLarge(limitBytes));
        // Whoever sends in the usual way is done long before being the one that has been here longest.
        else if (held > paces.heldBodyBytes) small.values().next().value?.giveUp(noRoom);
      }
      function complete(): void {
        end(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
      }
      function leave(): void {
        end(undefined);
      }
      req.on('data', take).on('end', complete).on('close', leave);
      if (req.destroyed) leave();
    });
  }

  function stream(req: IncomingMessage, limitBytes: number): Readable {
    const body = countedBody(req, limitBytes, (bytes) => {
      arrival.bytes += bytes;
    });
    const arrival = arrive(large, paces.fileMs, (refusal) => body.destroy(new BodyRefused(refusal)));
    body.once('close', () => large.delete(arrival));
    return body;
  }

  return { whole, stream, heldBytes: () => held, stop: () => clearInterval(looking) };
}
