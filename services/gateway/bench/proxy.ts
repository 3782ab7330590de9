import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const ticksPerSecond = 100;
const wide = { address: 1_000, session: 1_000, account: 1_000 };

/** The proxy path alone: autocannon → gateway → a service that costs next to nothing, all on loopback. */
const upstream = fork(fileURLToPath(new URL('./upstream.ts', import.meta.url)));
const [upstreamPort] = (await once(upstream, 'message')) as [number];
const port = await freePort();
const gateway = fork(fileURLToPath(new URL('../src/main.ts', import.meta.url)), {
  env: {
    PATH: process.env['PATH'],
    PORT: String(port),
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    NATS_URL: 'nats://127.0.0.1:1',
    SERVICE_SECRET: 'bench',
    SERVICES: JSON.stringify({
      identity: `http://127.0.0.1:${upstreamPort}`,
      archives: `http://127.0.0.1:${upstreamPort}`,
    }),
    SHELL_DIR: '/nonexistent',
    REMOTES_DIR: '/nonexistent',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    RATE_LIMITS: JSON.stringify({
      session: { points: 1e9, seconds: 10 },
      address: { points: 1e9, seconds: 10 },
    }),
    BUDGET: JSON.stringify({ requests: wide, open: wide }),
  },
  execArgv: process.env['PROFILE'] ? ['--cpu-prof', '--cpu-prof-dir', process.env['PROFILE']] : [],
  stdio: ['ignore', process.env['LOG_TO'] === 'terminal' ? 'inherit' : 'ignore', 'inherit', 'ipc'],
});

try {
  await listening(port);
  const headers = { cookie: `banyan-${port}=${'s'.repeat(43)}`, accept: 'application/json' };
  for (const [name, url, connections] of [
    ['service alone', `http://127.0.0.1:${upstreamPort}/api/archives/members`, 20],
    ['through the gateway', `http://127.0.0.1:${port}/api/archives/members?page=1`, 1],
    ['through the gateway', `http://127.0.0.1:${port}/api/archives/members?page=1`, 20],
    ['through the gateway', `http://127.0.0.1:${port}/api/archives/members?page=1`, 100],
  ] as const) {
    await autocannon({ url, connections, duration: 2, headers });
    const before = cpuSeconds(gateway);
    const { requests, latency, non2xx, errors } = await autocannon({
      url,
      connections,
      duration: 6,
      headers,
    });
    const micros = ((cpuSeconds(gateway) - before) / requests.total) * 1e6;
    const failed = non2xx + errors;
    process.stdout.write(
      `${name}, ${connections} connections: ${Math.round(requests.average)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${Math.round(micros)} µs of gateway CPU per request${failed ? `, ${failed} FAILED` : ''}\n`,
    );
  }
} finally {
  gateway.disconnect();
  upstream.disconnect();
}

function cpuSeconds(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as { port: number };
  server.close();
  return free;
}

async function listening(on: number): Promise<void> {
  for (;;) {
    const ok = await fetch(`http://127.0.0.1:${on}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
