import { hash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that repeat: the same seed and labels give the same sequence on every machine. */
export interface Draw {
  /** A whole number between both bounds, bounds included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  weighted<T>(from: Weighted<T>): T;
  /** Of the standard normal distribution. */
  normal(): number;
}

export interface Weighted<T> {
  readonly values: readonly T[];
  readonly upTo: readonly number[];
}

export function weighted<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  let sum = 0;
  return { values: pairs.map(([value]) => value), upTo: pairs.map(([, weight]) => (sum += weight)) };
}

export function createDraw(...labels: (string | number)[]): Draw {
  const generator = xoroshiro128plus(Buffer.from(hash('sha256', labels.join('/')), 'hex').readInt32BE(0));
  const float = () => uniformFloat64(generator);
  return {
    int: (low, high) => uniformInt(generator, low, high),
    chance: (probability) => float() < probability,
    pick: (from) => at(from, uniformInt(generator, 0, from.length - 1)),
    weighted: ({ values, upTo }) => at(values, indexAbove(upTo, float() * at(upTo, upTo.length - 1))),
    normal: () => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float()),
  };
}

function indexAbove(upTo: readonly number[], point: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(upTo, middle) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}
