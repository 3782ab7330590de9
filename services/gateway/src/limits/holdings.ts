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
    this.held.set(key, held + 1);
    return true;
  }

  remove(key: string): void {
    const held = this.held.get(key) ?? 0;
    if (held > 1) this.held.set(key, held - 1);
    else this.held.delete(key);
  }
}

export function createHoldings(budget: Budget): Holdings {
  const { requests: _requests, slow: _slow, ...items } = budget;
  const tallies = new Map<HeldItem, Map<HolderKind, Tally>>();
  for (const [item, limits] of Object.entries(items)) {
    const kinds = Object.entries(limits) as [HolderKind, number][];
    tallies.set(item as HeldItem, new Map(kinds.map(([kind, limit]) => [kind, new Tally(limit)])));
  }

  function take(item: HeldItem, holder: Holder): Release | null {
    const taken: [Tally, string][] = [];
    for (const [kind, key] of keysOf(holder)) {
      const tally = tallies.get(item)?.get(kind);
      if (tally === undefined) continue;
      if (!tally.add(key)) {
        for (const [other, otherKey] of taken) other.remove(otherKey);
        return null;
      }
      taken.push([tally, key]);
    }
    return () => {
      for (const [tally, key] of taken.splice(0)) tally.remove(key);
    };
  }

  return {
    take,
    uses: () =>
      [...tallies].flatMap(([item, kinds]) =>
        [...kinds].map(([holder, { limit, held, refused }]) => {
          let [all, most] = [0, 0];
          for (const one of held.values()) [all, most] = [all + one, Math.max(most, one)];
          return { item, holder, limit, held: all, most, refused };
        }),
      ),
  };
}

function keysOf(holder: Holder): [HolderKind, string][] {
  if (holder.kind === 'address') return [['address', holder.address]];
  return [
    ['session', holder.sessionId],
    ['account', holder.accountId],
  ];
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
