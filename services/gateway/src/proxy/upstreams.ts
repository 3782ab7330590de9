import { Pool } from 'undici';

/**
 * Connections to a service are kept apart by use, so that no use can take those of another: people who are signed in,
 * everybody else, files on their way in, and what the gateway itself asks.
 */
const connections = { session: 256, anonymous: 64, files: 64, tokens: 32, health: 2 } as const;

export type UpstreamUse = keyof typeof connections;

/** A service behind the gateway and the kept-alive connections to it. */
export interface Upstream {
  readonly domain: string;
  readonly origin: string;
  readonly pools: Readonly<Record<UpstreamUse, Pool>>;
}

export type Upstreams = ReadonlyMap<string, Upstream>;

/** Connections open on demand. A service that accepts and then says nothing is given up after half a minute. */
export function createUpstreams(services: Readonly<Record<string, string>>): Upstreams {
  return new Map(
    Object.entries(services).map(([domain, url]) => {
      const { origin } = new URL(url);
      const pool = (use: UpstreamUse): Pool =>
        new Pool(origin, {
          connections: connections[use],
          pipelining: 1,
          allowH2: false,
          connect: { timeout: 2_000 },
          headersTimeout: 30_000,
          bodyTimeout: 60_000,
          keepAliveTimeout: 30_000,
        });
      const pools = {
        session: pool('session'),
        anonymous: pool('anonymous'),
        files: pool('files'),
        tokens: pool('tokens'),
        health: pool('health'),
      };
      return [domain, { domain, origin, pools }];
    }),
  );
}

export async function closeUpstreams(upstreams: Upstreams): Promise<void> {
  const pools = [...upstreams.values()].flatMap((upstream) => Object.values(upstream.pools));
  await Promise.all(pools.map((pool) => pool.destroy()));
}
