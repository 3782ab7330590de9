import { runScript } from './run-program.ts';
import { runCommand } from './terminal.ts';

await runCommand(() => runScript('packages/api-client/src/generate.ts'));
