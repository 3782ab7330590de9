import { existsSync } from 'node:fs';
import { inCheckout } from './paths.ts';
import { runPlaywright } from './playwright.ts';
import { showProgram } from './run-program.ts';
import { stopSignal } from './stop-signals.ts';
import { Refusal, runCommand } from './terminal.ts';
import { withTestInfrastructure, withTestMesh } from './test-mesh.ts';

const configuration = 'e2e/pictures/playwright.config.ts';
const script = 'e2e/pictures/take-pictures.ts';

/** Every page in each size, theme and language, taken from a console of its own with the day of the tests. */
await runCommand(async () => {
  const args = process.argv.slice(2);
  const withPlaywright = existsSync(inCheckout(configuration));
  if (!withPlaywright && !existsSync(inCheckout(script))) throw new Refusal('There is no e2e/pictures yet.');
  const signal = stopSignal();
  return await withTestInfrastructure((infrastructure) =>
    withTestMesh(infrastructure, signal, (env) =>
      withPlaywright
        ? runPlaywright(configuration, args, env)
        : showProgram(process.execPath, [inCheckout(script), ...args], { env }),
    ),
  );
});
