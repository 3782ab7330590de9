import { latencies, type Session } from './client.ts';
import { type Figure, quantile } from './report.ts';

const path = '/api/archives/statistics';
/** Every dimension once along the rows and once along the columns, and what is asked for most. */
const pairs = [
  'rows=organization&columns=stage&state=active',
  'rows=age&columns=education',
  'rows=partyAge&columns=sex&stage=full',
  'rows=ethnicity&columns=degree',
  'rows=joinedYear&columns=age',
  'rows=education&columns=organization',
  'rows=stage&columns=state',
  'rows=organizationType&columns=partyPost',
  'rows=ethnicGroup&columns=partyAge',
  'rows=organization&columns=joinedYear',
];

/** Tables over everybody: all pairs in turn, and the slowest of them by itself. */
export async function statisticsLatencies(group: Session, unit: Session): Promise<Figure[]> {
  const all = await latencies(
    group,
    pairs.map((pair) => `${path}?${pair}`),
    20,
  );
  let slowest = { value: 0, pair: '' };
  for (const pair of pairs) {
    const value = quantile(await latencies(group, [`${path}?${pair}`], 3), 0.95);
    if (value > slowest.value) slowest = { value, pair };
  }
  const ofUnit = await latencies(
    unit,
    pairs.map((pair) => `${path}?${pair}`),
    5,
  );
  return [
    {
      name: 'statistics of the group by two dimensions, p95',
      value: quantile(all, 0.95),
      unit: 'ms',
      target: 500,
      note: `${pairs.length} pairs in turn, p50 ${quantile(all, 0.5).toFixed(0)} ms`,
    },
    {
      name: 'statistics of the group, p95 of the slowest pair',
      value: slowest.value,
      unit: 'ms',
      note: slowest.pair,
    },
    { name: 'statistics of a unit, p95', value: quantile(ofUnit, 0.95), unit: 'ms' },
  ];
}
