import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** How long to look before giving up; a wait in vain says what was seen last. */
  readonly withinMs?: number;
  readonly everyMs?: number;
}

/** Looks until what is wanted is seen, and returns it. Throws with the last sight otherwise. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value> | Value,
  wanted: (value: Value) => boolean,
  { withinMs = 60_000, everyMs = 10 }: Patience = {},
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    if (performance.now() > deadline)
      throw new Error(
        `Not within ${withinMs} ms: ${what}. Last seen: ${JSON.stringify(value)?.slice(0, 2_000)}`,
      );
    await delay(everyMs);
  }
}
