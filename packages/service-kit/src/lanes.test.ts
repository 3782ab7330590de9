import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLanes, type Lane } from './lanes.ts';

interface Item {
  readonly key: string;
  readonly kind: string;
  readonly index: number;
}

const most = 3;
const lane: Lane<Item> = {
  key: ({ key }) => key,
  kind: ({ kind }) => kind,
  most: ({ kind }) => (kind === 'alone' ? 1 : most),
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('each key keeps its order, batches are of one kind and no more than the width run at a time', async () => {
  const item = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constantFrom('alone', 'x', 'y'),
    turns: fc.nat({ max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      async (items, width) => {
        const done: Item[] = [];
        const batches: (readonly Item[])[] = [];
        let running = 0;
        let widest = 0;
        const lanes = createLanes<Item>(width, lane, async (batch) => {
          batches.push(batch);
          running += 1;
          widest = Math.max(widest, running);
          for (let left = items[batch[0]?.index ?? 0]?.turns ?? 0; left > 0; left -= 1) await turn();
          running -= 1;
          done.push(...batch);
        });
        for (const [index, { key, kind, turns }] of items.entries()) {
          lanes.enter({ key, kind, index });
          if (turns === 0) await turn();
        }
        await lanes.idle();
        for (const key of 'abcde') {
          const order = done.filter((each) => each.key === key).map(({ index }) => index);
          expect(order).toEqual(order.toSorted((x, y) => x - y));
        }
        for (const batch of batches) {
          expect(new Set(batch.map(({ kind }) => kind)).size).toBe(1);
          expect(batch.length).toBeLessThanOrEqual(lane.most(batch[0] as Item));
        }
        expect(done).toHaveLength(items.length);
        expect(widest).toBeLessThanOrEqual(width);
      },
    ),
    { numRuns: 100 },
  );
});

/** Lanes whose batches end when they are told to. */
function heldLanes(width: number) {
  const batches: { readonly keys: string; readonly end: () => void }[] = [];
  const lanes = createLanes<Item>(width, lane, (batch) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    batches.push({ keys: batch.map(({ key }) => key).join(''), end: resolve });
    return promise;
  });
  const enter = (keys: string, kind = 'x') => {
    for (const key of keys) lanes.enter({ key, kind, index: 0 });
  };
  return { lanes, batches, enter, keys: () => batches.map(({ keys }) => keys) };
}

it('what comes while others are handled is handled together', async () => {
  const { batches, enter, keys } = heldLanes(1);
  enter('a');
  enter('bcb');
  expect(keys()).toEqual(['a']);
  batches[0]?.end();
  await turn();
  expect(keys()).toEqual(['a', 'bcb']);
});

it('another kind in between does not part a batch, unless it is of the same key', async () => {
  const { batches, enter, keys } = heldLanes(1);
  enter('a');
  enter('b');
  enter('c', 'y');
  enter('dc');
  batches[0]?.end();
  await turn();
  expect(keys()).toEqual(['a', 'bd']);
});

it('batches run side by side, and nobody waits for the lane of somebody else', async () => {
  const { enter, keys } = heldLanes(2);
  enter('aab');
  expect(keys()).toEqual(['a', 'b']);
});

it('what still waits at the end is forgotten', async () => {
  const { lanes, batches, enter, keys } = heldLanes(1);
  enter('ab');
  const closed = lanes.close();
  batches[0]?.end();
  await closed;
  expect(keys()).toEqual(['a']);
});
