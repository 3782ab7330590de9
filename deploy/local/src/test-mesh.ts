import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.ts';
import { startMesh } from './mesh.ts';
import { dataDirectory } from './paths.ts';
import { isFree, parsePort } from './ports.ts';
import { isRunning, readRecords, recordProcess, writeRecords } from './process-record.ts';
import { Refusal, say } from './terminal.ts';
import { startTestInfrastructure, type TestInfrastructure } from './test-infrastructure.ts';

/** The day on which the demonstration data of tests and pictures stands still. */
export const testDay = '2026-11-23';

const directory = path.join(dataDirectory, 'test');

async function findFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 500; port += 1) if (await isFree(port)) return port;
  throw new Refusal(`No free port from ${from} on for the tests.`);
}

/** Two runs at once would empty each other's databases. */
function refuseSecondRun(): void {
  const file = path.join(dataDirectory, 'test-run.json');
  const other = readRecords(file).find((record) => record.pid !== process.pid && isRunning(record));
  if (other) throw new Refusal(`Tests run already from this checkout (process ${other.pid}).`);
  mkdirSync(dataDirectory, { recursive: true });
  writeRecords(file, [recordProcess('tests', process.pid, 'SIGTERM')]);
}

/** PostgreSQL and nats-server for tests, ended afterwards whatever happens. */
export async function withTestInfrastructure<T>(body: (given: TestInfrastructure) => Promise<T>): Promise<T> {
  refuseSecondRun();
  const port = await findFreePort(parsePort(process.env.PORT) + 1000);
  const infrastructure = await startTestInfrastructure(directory, port, say);
  try {
    return await body(infrastructure);
  } finally {
    await infrastructure.stop();
  }
}

export interface BrowserEnvironment extends NodeJS.ProcessEnv {
  BASE_URL: string;
  CHROMIUM_PATH: string;
}

/** The whole console with fresh demonstration data, for a browser; ended afterwards. */
export async function withTestMesh<T>(
  infrastructure: TestInfrastructure,
  signal: AbortSignal,
  body: (environment: BrowserEnvironment) => Promise<T>,
): Promise<T> {
  const chromium = findChromium();
  process.env.BANYAN_TODAY = testDay;
  const mesh = await startMesh({
    directory: path.join(directory, 'mesh'),
    port: infrastructure.gatewayPort,
    demonstration: { wanted: true },
    say,
    signal,
    databaseUrl: infrastructure.databaseUrl,
  });
  try {
    return await body({ BASE_URL: mesh.origin, CHROMIUM_PATH: chromium });
  } finally {
    await mesh.stop();
  }
}
