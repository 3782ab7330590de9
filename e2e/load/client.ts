import autocannon from 'autocannon';
import { Client } from 'undici';

export interface Session {
  readonly origin: string;
  readonly cookie: string;
}

export async function signIn(origin: string, username: string, password: string): Promise<Session> {
  const response = await fetch(`${origin}/api/identity/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-banyan-client': 'bench' },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 201)
    throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`);
  return { origin, cookie: (response.headers.getSetCookie()[0] as string).split(';')[0] as string };
}

export async function getJson<Body>(session: Session, path: string): Promise<Body> {
  const response = await fetch(session.origin + path, { headers: { cookie: session.cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

export async function send(
  session: Session,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(session.origin + path, {
    method,
    headers: {
      cookie: session.cookie,
      'x-banyan-client': 'bench',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Latencies in ms at one connection, after a warm-up. Paths are taken in turn. */
export async function latencies(session: Session, paths: readonly string[], seconds = 6): Promise<number[]> {
  const client = new Client(session.origin);
  const samples: number[] = [];
  const began = performance.now();
  try {
    for (let index = 0; ; index += 1) {
      const started = performance.now();
      const { statusCode, body } = await client.request({
        method: 'GET',
        path: paths[index % paths.length] as string,
        headers: { cookie: session.cookie },
      });
      await body.dump({ limit: 1 << 24 });
      if (statusCode !== 200) throw new Error(`${paths[index % paths.length]}: ${statusCode}`);
      const ended = performance.now();
      if (ended - began > 1_000) samples.push(ended - started);
      if (ended - began > (seconds + 1) * 1_000) return samples;
    }
  } finally {
    await client.close();
  }
}

export interface Throughput {
  readonly perSecond: number;
  readonly requests: number;
}

/** Requests per second over some connections. Anything but 200 is an error. */
export async function throughput(
  session: Session,
  paths: readonly string[],
  connections = 20,
  seconds = 10,
): Promise<Throughput> {
  const result = await autocannon({
    url: session.origin,
    connections,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET' as const, path, headers: { cookie: session.cookie } })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed of ${result.requests.total}`);
  return { perSecond: result.requests.average, requests: result.requests.total };
}
