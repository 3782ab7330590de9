import { runScript } from './run-program.ts';
import { runCommand } from './terminal.ts';

await runCommand(() => runScript('e2e/pictures/take-pictures.ts'));
