export interface Lane<Item> {
  /** Items of one key are handled one after another, or together, in the order they came. */
  key(item: Item): string;
  /** Items of one kind may be handled together. */
  kind(item: Item): string;
  /** So many of this item's kind are handled at once, at the most. */
  most(item: Item): number;
}

export interface Lanes<Item> {
  enter(item: Item): void;
  /** Resolves when all that entered has been handled. */
  idle(): Promise<void>;
  /** Forgets what still waits, and resolves when the rest has been handled. */
  close(): Promise<void>;
}

/**
 * Handles items side by side, `width` batches at a time. A batch is what has come while others were handled: one item in
 * quiet times. `handle` must not throw.
 */
export function createLanes<Item>(
  width: number,
  lane: Lane<Item>,
  handle: (batch: readonly Item[]) => Promise<void>,
): Lanes<Item> {
  let waiting: Item[] = [];
  const held = new Set<string>();
  const running = new Set<Promise<void>>();

  /** Whoever is passed over holds back all that comes later with the same key. */
  function takeBatch(): Item[] {
    const batch: Item[] = [];
    const left: Item[] = [];
    const passed = new Set(held);
    for (const item of waiting) {
      const [first = item] = batch;
      const fits = lane.kind(item) === lane.kind(first) && batch.length < lane.most(first);
      if (fits && !passed.has(lane.key(item))) batch.push(item);
      else {
        passed.add(lane.key(item));
        left.push(item);
      }
    }
    waiting = left;
    return batch;
  }

  function start(): void {
    while (running.size < width) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      const keys = new Set(batch.map((item) => lane.key(item)));
      for (const key of keys) held.add(key);
      const run = handle(batch).finally(() => {
        running.delete(run);
        for (const key of keys) held.delete(key);
        start();
      });
      running.add(run);
    }
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.race(running);
  }

  return {
    enter(item) {
      waiting.push(item);
      start();
    },
    idle,
    close() {
      waiting = [];
      return idle();
    },
  };
}
