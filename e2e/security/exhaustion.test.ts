import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../mesh/client.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';
import { until } from '../mesh/until.ts';

const { mesh, group } = smallGroupDuringTests();
const mebibyte = 1024 * 1024;

function upload(content: string) {
  const form = new FormData();
  form.set('mode', 'add');
  form.set('file', new Blob([content]), '花名册.csv');
  return group.registrar.post('/api/archives/imports', form);
}

/** In MiB: what the process holds now, or the most that it has held so far. */
function memoryOf(what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${mesh.pid('archives')}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
}

describe('a file of nothing but commas', () => {
  it.each([
    ['one line of 20 MB', ','.repeat(20 * mebibyte), 'too-many-columns'],
    ['lines of 16,000 each', `${','.repeat(16_000)}\n`.repeat(1_300), 'no-heading'],
  ])('%s is refused, and costs its service no memory to speak of', async (_name, content, code) => {
    const before = memoryOf('VmRSS');
    const answer = await upload(content);
    const at = answer.headers.get('location') as string;
    expectStatus(answer, 202, 'upload');
    const judged = await until(
      'the file is judged',
      async () =>
        (await group.registrar.get(at)).json<{ status: string; problem: { code: string } | null }>(),
      ({ status }) => status !== 'uploaded' && status !== 'parsing',
    );
    expect([judged.status, judged.problem?.code]).toEqual(['failed', `archives.import-${code}`]);
    // What every upload of this size takes included; a cell for each comma was more than 600.
    expect(memoryOf('VmHWM') - before).toBeLessThan(300);
  });
});

describe('a disk without room', () => {
  const roomOf = (bytes: number | 'unlimited'): void => {
    const { status, stderr } = spawnSync('prlimit', [
      '--pid',
      String(mesh.pid('archives')),
      `--fsize=${bytes}:`,
    ]);
    expect([status, String(stderr)]).toEqual([0, '']);
  };
  afterEach(() => roomOf('unlimited'));

  it('is said in so many words, keeps nothing of the file, and nothing stays wrong', async () => {
    const roster = `姓名,所在党支部\n${'榕,东厂一支部\n'.repeat(100_000)}`;
    const held = await mesh.owners.archives`select count(*)::int as files from files`;
    roomOf(64 * 1024);
    const refused = await upload(roster);
    expect(refused.json()).toMatchObject({ status: 503, code: 'service.disk-full' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await mesh.owners.archives`select count(*)::int as files from files`).toEqual(held);
    roomOf('unlimited');
    expectStatus(await upload(roster), 202, 'the same file where there is room');
  });
});
