import path from 'node:path';
import { inCheckout } from './paths.ts';
import { showProgram } from './run-program.ts';

/** Runs Playwright with a configuration below e2e, whose package brings it. Returns its exit code. */
export function runPlaywright(
  configuration: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const folders = [inCheckout('e2e/node_modules/.bin'), process.env.PATH].join(path.delimiter);
  return showProgram('playwright', ['test', '-c', inCheckout(configuration), ...args], {
    cwd: inCheckout('e2e'),
    env: { ...env, PATH: folders },
  });
}
