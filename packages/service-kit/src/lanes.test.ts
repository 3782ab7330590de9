import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLanes } from './lanes.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('each lane keeps its order and no more than the width run at a time, however long tasks take', async () => {
  const task = fc.record({ lane: fc.constantFrom('a', 'b', 'c', 'd'), turns: fc.nat({ max: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(task, { maxLength: 30 }),
      fc.integer({ min: 1, max: 3 }),
      async (tasks, width) => {
        const lanes = createLanes(width);
        const done: number[] = [];
        let running = 0;
        let most = 0;
        for (const [index, { lane, turns }] of tasks.entries()) {
          await lanes.enter(lane, async () => {
            running += 1;
            most = Math.max(most, running);
            for (let left = turns; left > 0; left -= 1) await turn();
            running -= 1;
            done.push(index);
          });
        }
        await lanes.idle();
        const inOrder = (lane: string): number[] => done.filter((index) => tasks[index]?.lane === lane);
        for (const lane of 'abcd') expect(inOrder(lane)).toEqual(inOrder(lane).toSorted((x, y) => x - y));
        expect(done).toHaveLength(tasks.length);
        expect(most).toBeLessThanOrEqual(width);
      },
    ),
    { numRuns: 60 },
  );
});

it('lanes run side by side', async () => {
  const lanes = createLanes(2);
  const met: string[] = [];
  const meeting = Promise.withResolvers<void>();
  const meet = (name: string) => async (): Promise<void> => {
    met.push(name);
    if (met.length === 2) meeting.resolve();
    await meeting.promise;
  };
  await lanes.enter('a', meet('a'));
  await lanes.enter('b', meet('b'));
  await lanes.idle();
  expect(met).toEqual(['a', 'b']);
});
