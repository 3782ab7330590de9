import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoPassword } from '@banyan/demo/accounts';
import { startMesh } from '@banyan/local/mesh';
import { signIn } from './client.ts';
import { exportFigures } from './exports.ts';
import { firstPage } from './first-page.ts';
import { generalBranchBelow, listLatencies, searchLatencies, throughputs, type Widths } from './lists.ts';
import { permissionCheck } from './permission-check.ts';
import { importFigures } from './imports.ts';
import { untilIdle } from './processes.ts';
import { type Figure, met, table } from './report.ts';
import { revocation } from './revocation.ts';
import { starts } from './starts.ts';
import { statisticsLatencies } from './statistics.ts';
import { subtreeMove } from './subtree-move.ts';
import { underAttack } from './under-attack.ts';

const checkout = new URL('../../', import.meta.url).pathname;

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1000000' },
    /** Names of parts to run; all without it. */
    only: { type: 'string', multiple: true },
    port: { type: 'string', default: '18080' },
  },
});

const wanted = (part: string): boolean => values.only === undefined || values.only.includes(part);
const figures: Figure[] = [];
const add = (found: readonly Figure[]): void => {
  figures.push(...found);
  for (const figure of found) console.log(table([figure]).split('\n').at(-1));
};

/** The large group, kept in `.data/bench` between runs, with the limits of the gateway raised for the load. */
async function largeGroup(): Promise<void> {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  process.env['RATE_LIMITS'] = JSON.stringify({
    session: { points: 10_000_000, seconds: 10 },
    signIn: { points: 10_000, seconds: 60 },
  });
  const directory = join(checkout, '.data/bench');
  mkdirSync(directory, { recursive: true });
  const mesh = await startMesh({
    directory,
    port: Number(values.port),
    demonstration: { wanted: true, members: Number(values.members) },
    say: (line) => console.log(line),
    signal: abort.signal,
  });
  try {
    const [group, unit, branch] = await Promise.all(
      ['officer', 'unit', 'secretary'].map((name) => signIn(mesh.origin, name, demoPassword)),
    );
    if (!group || !unit || !branch) throw new Error('The demonstration accounts cannot sign in.');
    const general = await generalBranchBelow(unit);
    console.log(`The unit holds ${general.organizations} organizations.`);
    const widths: Widths = { group, unit, branch, generalBranchId: general.id };
    // What earlier runs have left to tell the other services is told first.
    await untilIdle(process.pid);
    if (wanted('lists')) add(await listLatencies(widths));
    if (wanted('search')) add(await searchLatencies(widths));
    if (wanted('throughput')) add(await throughputs(widths, process.pid));
    if (wanted('statistics')) add(await statisticsLatencies(group, unit));
    if (wanted('exports')) add(await exportFigures(group, process.pid));
    if (wanted('imports')) add(await importFigures(group, process.pid));
    if (wanted('revocation')) add(await revocation(mesh.origin, demoPassword, unit));
    if (wanted('move')) add(await subtreeMove(mesh.origin, demoPassword, group));
    if (wanted('attack')) add(await underAttack(mesh.origin, demoPassword, unit));
    if (wanted('page')) add(await firstPage(mesh.origin, 'officer', demoPassword));
  } finally {
    await mesh.stop();
  }
}

console.log(
  `${cpus()[0]?.model ?? 'processor'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
if (wanted('checks')) add(permissionCheck());
if (wanted('start')) add(await starts(checkout));
if (
  [
    'lists',
    'search',
    'throughput',
    'revocation',
    'move',
    'attack',
    'page',
    'statistics',
    'exports',
    'imports',
  ].some(wanted)
)
  await largeGroup();

const report = table(figures);
mkdirSync(join(checkout, '.data'), { recursive: true });
writeFileSync(join(checkout, '.data/bench.md'), `${report}\n`);
console.log(`\n${report}`);
process.exitCode = figures.some((figure) => met(figure) === false) ? 1 : 0;
