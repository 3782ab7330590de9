import { parseArgs } from 'node:util';
import { type Mesh, startMesh } from './mesh.ts';
import { dataDirectory } from './paths.ts';
import { parsePort } from './ports.ts';
import { alignColumns } from './sign-in-table.ts';
import { stopSignal, untilAborted } from './stop-signals.ts';
import { Refusal, runCommand, say, seconds } from './terminal.ts';

const usage = 'npm start -- [--members N] [--no-demo]';

function readFlags() {
  try {
    const { values } = parseArgs({
      options: { members: { type: 'string' }, 'no-demo': { type: 'boolean', default: false } },
    });
    const members = values.members === undefined ? undefined : Number(values.members);
    if (members !== undefined && !(Number.isInteger(members) && members > 0)) {
      throw new Error(`--members is "${values.members}"; it has to be a whole number above 0`);
    }
    return { wanted: !values['no-demo'], ...(members === undefined ? {} : { members }) };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\nUse: ${usage}`);
  }
}

async function sayWhereToLook(mesh: Mesh): Promise<void> {
  say('');
  say(`Open ${mesh.origin}`);
  if (mesh.demo) {
    const { demoPassword, namedAccounts } = await import('@banyan/demo/accounts');
    say(`Sign in with the password ${demoPassword} as`);
    const rows = namedAccounts.map((account) => [
      account.username,
      account.displayName,
      account.role,
      account.organization ?? '',
    ]);
    for (const line of alignColumns(rows)) say(`  ${line}`);
  }
  if (mesh.firstStartPath) {
    say('Nobody has an account yet. Once, within 24 hours, this link makes the three administrators:');
    say(`  ${mesh.origin}${mesh.firstStartPath}`);
  }
  say('Ctrl-C stops everything.');
}

await runCommand(async () => {
  const began = performance.now();
  const signal = stopSignal();
  const mesh = await startMesh({
    directory: dataDirectory,
    port: parsePort(process.env.PORT),
    demonstration: readFlags(),
    say,
    signal,
    databaseUrl: process.env.DATABASE_URL,
    natsUrl: process.env.NATS_URL,
  });
  say(`Banyan is up after ${seconds(began)}`);
  await sayWhereToLook(mesh);
  await untilAborted(signal);
  say('Stopping');
  await mesh.stop();
  say('Stopped');
  return 0;
});
