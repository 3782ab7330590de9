import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startMesh } from './mesh.ts';
import { dataDirectory, inCheckout } from './paths.ts';
import { isFree, parsePort } from './ports.ts';
import { showProgram } from './run-program.ts';
import { stopSignal } from './stop-signals.ts';
import { aptInstall, findOnPath } from './system-packages.ts';
import { Refusal, runCommand, say } from './terminal.ts';
import { startTestInfrastructure, type TestInfrastructure } from './test-infrastructure.ts';
import { addTallies, summaryLine, type Tally, tallyPlaywright, tallyVitest } from './test-report.ts';

const journeys = 'e2e/journeys/playwright.config.ts';
const day = '2026-11-23';
const directory = path.join(dataDirectory, 'test');
const reports = path.join(dataDirectory, 'test-reports');

async function findFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 500; port += 1) if (await isFree(port)) return port;
  throw new Refusal(`No free port from ${from} on for the tests.`);
}

function findChromium(): string {
  const find = () => findOnPath('chromium') ?? findOnPath('chromium-browser') ?? findOnPath('google-chrome');
  const fonts = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  const present = find();
  if (present && fonts) return present;
  say('Installing Chromium and Chinese fonts');
  const installed = aptInstall(['chromium', 'fonts-noto-cjk']);
  const found = find();
  if (!found)
    throw new Refusal(
      'Chromium is needed for the journeys: `apt-get install chromium fonts-noto-cjk`, or run `npm run test:quick`.',
    );
  if (!installed && !fonts) say('Chinese fonts are missing; pages are tested with what there is');
  return found;
}

async function runVitest(infrastructure: TestInfrastructure, filters: string[]): Promise<Tally> {
  const file = path.join(reports, 'vitest.json');
  const code = await showProgram(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters],
    {
      env: {
        BANYAN_TODAY: day,
        TEST_DATABASE_URL: infrastructure.databaseUrl,
        TEST_NATS_SERVER: infrastructure.natsServer,
      },
    },
  );
  return tallyVitest(file, code);
}

async function runJourneys(
  infrastructure: TestInfrastructure,
  filters: string[],
  signal: AbortSignal,
): Promise<Tally> {
  const file = path.join(reports, 'journeys.json');
  const chromium = findChromium();
  process.env.BANYAN_TODAY = day;
  const mesh = await startMesh({
    directory: path.join(directory, 'mesh'),
    port: infrastructure.gatewayPort,
    demonstration: { wanted: true },
    say,
    signal,
    databaseUrl: infrastructure.databaseUrl,
  });
  try {
    const code = await showProgram(
      'playwright',
      ['test', '-c', inCheckout(journeys), '--reporter=list,json', ...filters],
      {
        cwd: inCheckout('e2e'),
        env: {
          BASE_URL: mesh.origin,
          CHROMIUM_PATH: chromium,
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
          PATH: playwrightPath(),
        },
      },
    );
    return tallyPlaywright(file, code);
  } finally {
    await mesh.stop();
  }
}

function playwrightPath(): string {
  return [inCheckout('e2e/node_modules/.bin'), process.env.PATH].join(path.delimiter);
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, journeys: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const signal = stopSignal();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const port = await findFreePort(parsePort(process.env.PORT) + 1000);
  const infrastructure = await startTestInfrastructure(directory, port, say);
  const tallies: Tally[] = [];
  try {
    if (!values.journeys) tallies.push(await runVitest(infrastructure, positionals));
    if (!values.quick && existsSync(inCheckout(journeys))) {
      tallies.push(await runJourneys(infrastructure, values.journeys ? positionals : [], signal));
    }
  } catch (error) {
    say(error instanceof Refusal ? error.message : String((error as Error).stack));
    tallies.push({ passed: 0, failed: 1, skipped: 0 });
  } finally {
    await infrastructure.stop();
  }
  const total = addTallies(tallies);
  say(summaryLine(total));
  return total.failed === 0 ? 0 : 1;
});
