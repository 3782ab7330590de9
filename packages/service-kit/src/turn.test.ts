import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { turn } from './turn.ts';

it('of many that wait, one goes on at each turn of the event loop, in their order', async () => {
  const done: number[] = [];
  const all = [0, 1, 2, 3].map((number) => turn().then(() => done.push(number)));
  const seen: number[][] = [];
  for (let at = 0; at < 3; at += 1) {
    await later();
    seen.push([...done]);
  }
  await Promise.all(all);
  expect(seen.map(({ length }) => length)).toEqual([1, 2, 3]);
  expect(done).toEqual([0, 1, 2, 3]);
});
