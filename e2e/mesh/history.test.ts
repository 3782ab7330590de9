import { describe, expect, it } from 'vitest';
import { checkSet, createHistory, isUnbroken } from './history.ts';

describe('a history', () => {
  it('calls an operation that throws unknown, never failed', async () => {
    const history = createHistory<string>();
    await history.record(0, 'add', 'a', async () => {
      throw new Error('connection reset');
    });
    expect(history.steps.map(({ type }) => type)).toEqual(['invoke', 'info']);
  });

  it('tells what was lost, doubled or never asked for from what nobody could know', () => {
    const report = checkSet(['a', 'b', 'c', 'd'], ['a', 'b'], ['d'], ['b', 'c', 'c', 'd', 'x']);
    expect(report).toEqual({ lost: ['a'], duplicated: ['c'], unexpected: ['d', 'x'], recovered: 3 });
  });

  it('finds a gap and a repetition in the versions of a record', () => {
    expect([isUnbroken([1, 2, 3]), isUnbroken([1, 3]), isUnbroken([1, 2, 2]), isUnbroken([])]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
