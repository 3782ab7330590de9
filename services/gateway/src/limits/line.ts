import { type Budget, paces } from './budget.ts';
import type { Holder } from './holder.ts';
import type { Release } from './holdings.ts';

/**
 * The line before one service. It works on so many requests of everybody at once, and on few slow ones; what goes beyond
 * waits here, where it costs nobody else anything.
 */
export interface Line {
  /** At once where there is room, which is nearly always; null after waiting too long. */
  enter(holder: Holder): Release | Promise<Release | null>;
  use(): { readonly working: number; readonly waiting: number; readonly most: number };
}

interface Turn {
  readonly sessionId: string | null;
  readonly startedAt: number;
}

interface Waiter {
  readonly sessionId: string | null;
  readonly admit: (release: Release) => void;
}

/** What one account, or one address without a session, has at the service. */
interface Place {
  readonly kind: 'address' | 'account';
  readonly turns: Set<Turn>;
  readonly waiters: Set<Waiter>;
}

export function createLine(
  { requests, slow }: Pick<Budget, 'requests' | 'slow'>,
  now: () => number = () => performance.now(),
): Line {
  const places = new Map<string, Place>();
  const fewSlow = Math.min(slow.address, slow.session, slow.account);

  function hasRoom({ kind, turns }: Place, sessionId: string | null): boolean {
    if (turns.size >= requests[kind]) return false;
    if (sessionId !== null && countOf(turns, sessionId) >= requests.session) return false;
    if (turns.size < fewSlow) return true;
    const since = now() - paces.slowAfterMs;
    let [late, mine] = [0, 0];
    // The oldest come first.
    for (const turn of turns) {
      if (turn.startedAt >= since) break;
      late += 1;
      if (turn.sessionId === sessionId) mine += 1;
    }
    return late < slow[kind] && (sessionId === null || mine < slow.session);
  }

  function begin(key: string, place: Place, sessionId: string | null): Release {
    const turn: Turn = { sessionId, startedAt: now() };
    place.turns.add(turn);
    return () => {
      if (!place.turns.delete(turn)) return;
      for (const waiter of place.waiters) {
        if (!hasRoom(place, waiter.sessionId)) continue;
        place.waiters.delete(waiter);
        waiter.admit(begin(key, place, waiter.sessionId));
      }
      if (place.turns.size === 0 && place.waiters.size === 0) places.delete(key);
    };
  }

  function wait(place: Place, sessionId: string | null): Promise<Release | null> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        sessionId,
        admit: (release) => {
          clearTimeout(late);
          resolve(release);
        },
      };
      const late = setTimeout(() => {
        place.waiters.delete(waiter);
        resolve(null);
      }, paces.inLineMs);
      place.waiters.add(waiter);
    });
  }

  return {
    enter(holder) {
      const [kind, key, sessionId] =
        holder.kind === 'address'
          ? (['address', `address ${holder.address}`, null] as const)
          : (['account', holder.accountId, holder.sessionId] as const);
      let place = places.get(key);
      if (place === undefined) {
        place = { kind, turns: new Set(), waiters: new Set() };
        places.set(key, place);
      }
      const first = countOf(place.waiters, sessionId) === 0;
      return first && hasRoom(place, sessionId) ? begin(key, place, sessionId) : wait(place, sessionId);
    },
    use: () => {
      const all = [...places.values()];
      return {
        working: all.reduce((sum, { turns }) => sum + turns.size, 0),
        waiting: all.reduce((sum, { waiters }) => sum + waiters.size, 0),
        most: all.reduce((most, { turns }) => Math.max(most, turns.size), 0),
      };
    },
  };
}

function countOf(of: Iterable<{ readonly sessionId: string | null }>, sessionId: string | null): number {
  let count = 0;
  for (const one of of) if (one.sessionId === sessionId) count += 1;
  return count;
}
