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
  /** Where it stands among the turns of its place. */
  at: number;
}

interface Waiter {
  readonly sessionId: string | null;
  readonly admit: (release: Release) => void;
}

/** What one account, or one address without a session, has at the service. Turns are in no order. */
interface Place {
  readonly kind: 'address' | 'account';
  readonly turns: Turn[];
  readonly waiters: Set<Waiter>;
}

/** Places that are empty stay for the next request, until there are so many. */
const mostPlaces = 10_000;

export function createLine(
  { requests, slow }: Pick<Budget, 'requests' | 'slow'>,
  now: () => number = () => performance.now(),
): Line {
  const places = new Map<string, Place>();
  const fewSlow = Math.min(slow.address, slow.session, slow.account);

  function placeOf(kind: Place['kind'], key: string): Place {
    let place = places.get(key);
    if (place !== undefined) return place;
    if (places.size >= mostPlaces)
      for (const [other, { turns, waiters }] of places)
        if (turns.length === 0 && waiters.size === 0) places.delete(other);
    place = { kind, turns: [], waiters: new Set() };
    places.set(key, place);
    return place;
  }

  function hasRoom({ kind, turns }: Place, sessionId: string | null): boolean {
    if (turns.length >= requests[kind]) return false;
    if (turns.length < fewSlow) return true;
    const since = now() - paces.slowAfterMs;
    let [mine, late, mineLate] = [0, 0, 0];
    for (const turn of turns) {
      const isMine = turn.sessionId === sessionId;
      if (isMine) mine += 1;
      if (turn.startedAt >= since) continue;
      late += 1;
      if (isMine) mineLate += 1;
    }
    if (late >= slow[kind]) return false;
    return sessionId === null || (mine < requests.session && mineLate < slow.session);
  }

  function begin(place: Place, sessionId: string | null): Release {
    const { turns } = place;
    const turn: Turn = { sessionId, startedAt: now(), at: turns.length };
    turns.push(turn);
    return () => {
      if (turn.at < 0) return;
      const last = turns.pop() as Turn;
      if (last !== turn) {
        turns[turn.at] = last;
        last.at = turn.at;
      }
      turn.at = -1;
      if (place.waiters.size > 0) admit(place);
    };
  }

  function admit(place: Place): void {
    for (const waiter of place.waiters) {
      if (!hasRoom(place, waiter.sessionId)) continue;
      place.waiters.delete(waiter);
      waiter.admit(begin(place, waiter.sessionId));
    }
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
      const isAddress = holder.kind === 'address';
      const sessionId = isAddress ? null : holder.sessionId;
      const place = isAddress ? placeOf('address', holder.address) : placeOf('account', holder.accountId);
      const isFirst = place.waiters.size === 0 || !waits(place.waiters, sessionId);
      return isFirst && hasRoom(place, sessionId) ? begin(place, sessionId) : wait(place, sessionId);
    },
    use: () => {
      let [working, waiting, most] = [0, 0, 0];
      for (const { turns, waiters } of places.values()) {
        working += turns.length;
        waiting += waiters.size;
        most = Math.max(most, turns.length);
      }
      return { working, waiting, most };
    },
  };
}

function waits(waiters: ReadonlySet<Waiter>, sessionId: string | null): boolean {
  for (const waiter of waiters) if (waiter.sessionId === sessionId) return true;
  return false;
}
