import type { Upstream, Upstreams } from '../proxy/upstreams.ts';

export type ServiceState = 'ready' | 'not-ready' | 'down';

/** Asks every service at most once a second, however often it is asked itself. */
export function createServicesHealth(upstreams: Upstreams): () => Promise<Record<string, ServiceState>> {
  let asked: Promise<Record<string, ServiceState>> | null = null;
  let askedAt = 0;

  async function ask(): Promise<Record<string, ServiceState>> {
    const states = await Promise.all(
      [...upstreams.values()].map(async (upstream) => [upstream.domain, await stateOf(upstream)] as const),
    );
    return Object.fromEntries(states);
  }

  return () => {
    if (asked === null || Date.now() - askedAt >= 1_000) {
      askedAt = Date.now();
      asked = ask();
    }
    return asked;
  };
}

async function stateOf({ pools, origin }: Upstream): Promise<ServiceState> {
  try {
    const signal = AbortSignal.timeout(1_500);
    const { statusCode, body } = await pools.health.request({
      origin,
      path: '/readyz',
      method: 'GET',
      signal,
    });
    await body.dump();
    return statusCode === 200 ? 'ready' : 'not-ready';
  } catch {
    return 'down';
  }
}
