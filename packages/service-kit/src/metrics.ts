import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Sql } from 'postgres';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a service counts of itself; served at `/metrics` in Prometheus' text format. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly facts: Counter<'direction' | 'outcome'>;
  /** 99th percentile of the event loop's delay since the last reading, in milliseconds. */
  loopDelayMs(): number;
}

export function createMetrics(service: string, client: Sql | null): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the request line to the end of the answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const facts = new Counter({
    name: 'facts_total',
    help: 'Facts published, handled, repeated, failed and parked.',
    labelNames: ['direction', 'outcome'] as const,
    registers: [registry],
  });
  if (client !== null) observeTables(registry, client);
  return {
    registry,
    requests,
    facts,
    loopDelayMs: () => {
      const value = delay.percentile(99) / 1e6;
      delay.reset();
      return Number.isFinite(value) ? value : 0;
    },
  };
}

function observeTables(registry: Registry, client: Sql): void {
  new Gauge({
    name: 'outbox_waiting',
    help: 'Facts stored and not yet published.',
    registers: [registry],
    async collect() {
      this.set(
        await countOf(
          client<{ count: number }[]>`select count(*)::int as count from outbox where published_at is null`,
        ),
      );
    },
  });
  new Gauge({
    name: 'dead_letters_waiting',
    help: 'Messages that no delivery could handle and nobody has replayed.',
    registers: [registry],
    async collect() {
      this.set(
        await countOf(
          client<
            { count: number }[]
          >`select count(*)::int as count from dead_letters where replayed_at is null`,
        ),
      );
    },
  });
}

/** While the database is away the other figures are wanted most; this one is then not a number. */
async function countOf(query: Promise<readonly { count: number }[]>): Promise<number> {
  return query.then(
    ([row]) => row?.count ?? 0,
    () => Number.NaN,
  );
}
