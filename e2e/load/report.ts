/** One figure beside its target. `better` says which side of the target is the good one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: number;
  readonly better?: 'lower' | 'higher';
  readonly note?: string;
}

export function met({ value, target, better = 'lower' }: Figure): boolean | null {
  if (target === undefined) return null;
  return better === 'lower' ? value <= target : value >= target;
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}

/** A Markdown table, so that it can be put into the README as it is. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const verdict = met(figure);
    const target =
      figure.target === undefined ? '' : `${figure.better === 'higher' ? '≥' : '≤'} ${shown(figure.target)}`;
    return `| ${figure.name} | ${shown(figure.value)} ${figure.unit} | ${target} | ${verdict === null ? '' : verdict ? 'met' : '**missed**'} | ${figure.note ?? ''} |`;
  });
  return ['| figure | measured | target | | |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The value at a quantile of the samples, by nearest rank. */
export function quantile(samples: readonly number[], at: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(at * sorted.length) - 1)] ?? Number.NaN;
}
