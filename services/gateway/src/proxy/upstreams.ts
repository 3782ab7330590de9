import { Pool } from 'undici';

/** A service behind the gateway and the kept-alive connections to it. */
export interface Upstream {
  readonly domain: string;
  readonly origin: string;
  readonly pool: Pool;
}

export type Upstreams = ReadonlyMap<string, Upstream>;

/** Connections open on demand. A service that accepts and then says nothing is given up after half a minute. */
export function createUpstreams(services: Readonly<Record<string, string>>): Upstreams {
  return new Map(
    Object.entries(services).map(([domain, url]) => {
      const { origin } = new URL(url);
      const pool = new Pool(origin, {
        connections: 128,
        pipelining: 1,
        allowH2: false,
        connect: { timeout: 2_000 },
        headersTimeout: 30_000,
        bodyTimeout: 60_000,
        keepAliveTimeout: 30_000,
      });
      return [domain, { domain, origin, pool }];
    }),
  );
}

export async function closeUpstreams(upstreams: Upstreams): Promise<void> {
  await Promise.all([...upstreams.values()].map(({ pool }) => pool.destroy()));
}
