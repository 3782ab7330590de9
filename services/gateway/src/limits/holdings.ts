import type { Refusal } from '../front/refusal.ts';
import type { Budget, BudgetItem, HolderKind } from './budget.ts';
import type { Holder } from './holder.ts';

export type Release = () => void;

/** What a service works on is counted by its line. */
export type HeldItem = Exclude<BudgetItem, 'requests' | 'slow'>;

/** How much of one item is held. Nothing here says by whom. */
export interface Use {
  readonly item: HeldItem;
  readonly holder: HolderKind;
  readonly limit: number;
  /** By all holders of this kind together, and by the one that holds most. */
  readonly held: number;
  readonly most: number;
  readonly refused: number;
}

/** Counts what is open, by holder. */
export interface Holdings {
  /** Null where the holder has spent its budget. Giving back twice gives back once. */
  take(item: HeldItem, holder: Holder): Release | null;
  uses(): Use[];
}

/** Keys that hold nothing stay for the next time, until there are so many. */
const mostKeys = 10_000;

class Tally {
  readonly limit: number;
  readonly held = new Map<string, number>();
  refused = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(key: string): boolean {
    const held = this.held.get(key) ?? 0;
    if (held >= this.limit) {
      this.refused += 1;
      return false;
    }
    if (held === 0 && this.held.size >= mostKeys) this.#forgetIdle();
    this.held.set(key, held + 1);
    return true;
  }

  remove(key: string): void {
    this.held.set(key, (this.held.get(key) ?? 1) - 1);
  }

  #forgetIdle(): void {
    for (const [key, held] of this.held) if (held === 0) this.held.delete(key);
  }
}

type Tallies = Partial<Record<HolderKind, Tally>>;

export function createHoldings(budget: Budget): Holdings {
  const { requests: _requests, slow: _slow, ...items } = budget;
  const tallies = Object.fromEntries(
    Object.entries(items).map(([item, limits]) => [
      item,
      Object.fromEntries(
        (Object.entries(limits) as [HolderKind, number][]).map(([kind, limit]) => [kind, new Tally(limit)]),
      ),
    ]),
  ) as Record<HeldItem, Tallies>;

  function take(item: HeldItem, holder: Holder): Release | null {
    const { address, session, account } = tallies[item];
    if (holder.kind === 'address') return takeOne(address, holder.address);
    const first = takeOne(session, holder.sessionId);
    if (first === null) return null;
    const second = takeOne(account, holder.accountId);
    if (second === null) {
      first();
      return null;
    }
    return () => {
      first();
      second();
    };
  }

  return {
    take,
    uses: () =>
      (Object.entries(tallies) as [HeldItem, Tallies][]).flatMap(([item, kinds]) =>
        (Object.entries(kinds) as [HolderKind, Tally][]).map(([holder, { limit, held, refused }]) => {
          let [all, most] = [0, 0];
          for (const one of held.values()) [all, most] = [all + one, Math.max(most, one)];
          return { item, holder, limit, held: all, most, refused };
        }),
      ),
  };
}

function takeOne(tally: Tally | undefined, key: string): Release | null {
  if (tally === undefined) return unlimited;
  if (!tally.add(key)) return null;
  let isHeld = true;
  return () => {
    if (isHeld) tally.remove(key);
    isHeld = false;
  };
}

function unlimited(): void {
  // Nothing was counted.
}

/** What somebody is told whose budget of an item is spent. */
export function spent(item: BudgetItem): Refusal {
  return {
    status: 429,
    code: 'gateway.too-much-at-once',
    title: 'Too much is open at once.',
    detail: 'Wait until some of it is done, or close other pages, and try again.',
    retryAfterSeconds: 2,
    extensions: { item },
  };
}
