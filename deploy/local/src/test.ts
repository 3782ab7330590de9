import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dataDirectory, inCheckout } from './paths.ts';
import { runPlaywright } from './playwright.ts';
import { showProgram } from './run-program.ts';
import { stopSignal } from './stop-signals.ts';
import { Refusal, runCommand, say } from './terminal.ts';
import type { TestInfrastructure } from './test-infrastructure.ts';
import { testDay, withTestInfrastructure, withTestMesh } from './test-mesh.ts';
import { addTallies, summary, type Tally, tallyPlaywright, tallyVitest } from './test-report.ts';

const journeys = 'e2e/journeys/playwright.config.ts';
const reports = path.join(dataDirectory, 'test-reports');

async function runVitest(infrastructure: TestInfrastructure, filters: string[]): Promise<Tally> {
  const file = path.join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await showProgram('vitest', ['run', ...reporters, ...filters], {
    env: {
      BANYAN_TODAY: testDay,
      TEST_DATABASE_URL: infrastructure.databaseUrl,
      TEST_NATS_SERVER: infrastructure.natsServer,
    },
  });
  return tallyVitest(file, code);
}

async function runJourneys(
  infrastructure: TestInfrastructure,
  filters: string[],
  signal: AbortSignal,
): Promise<Tally> {
  const file = path.join(reports, 'journeys.json');
  return await withTestMesh(infrastructure, signal, async (environment) => {
    const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    return tallyPlaywright(file, await runPlaywright(journeys, ['--reporter=list,json', ...filters], env));
  });
}

/** A runner that could not be started is a failure among the others. */
async function orFailure(run: Promise<Tally>): Promise<Tally> {
  try {
    return await run;
  } catch (error) {
    const told = error instanceof Refusal ? error.message : String((error as Error).stack);
    say(told);
    return { passed: 0, failed: 1, skipped: 0, failures: told.split('\n').slice(0, 1) };
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, journeys: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const signal = stopSignal();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const tallies = await withTestInfrastructure(async (infrastructure) => {
    const done: Tally[] = [];
    if (!values.journeys) done.push(await orFailure(runVitest(infrastructure, positionals)));
    const withJourneys = !values.quick && !signal.aborted && existsSync(inCheckout(journeys));
    if (withJourneys) {
      done.push(await orFailure(runJourneys(infrastructure, values.journeys ? positionals : [], signal)));
    }
    return done;
  });
  const total = addTallies(tallies);
  say(summary(total));
  return total.failed === 0 ? 0 : 1;
});
