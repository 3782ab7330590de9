/** Durations in ms and what to say of them. */
export interface Latencies {
  add(ms: number): void;
  quantile(q: number): number;
  toString(): string;
}

export function createLatencies(): Latencies {
  const values: number[] = [];
  const quantile = (q: number): number => {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
  };
  return {
    add: (ms) => void values.push(ms),
    quantile,
    toString: () =>
      `${values.length} samples: ${[0.5, 0.9, 0.99, 1]
        .map((q) => `${q === 1 ? 'max' : `p${q * 100}`} ${Math.round(quantile(q))}`)
        .join(', ')} ms`,
  };
}
