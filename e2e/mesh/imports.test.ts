import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { checkCharacter } from '@banyan/archives-service/members/id-number';
import { describe, expect, it } from 'vitest';
import { expectStatus } from './client.ts';
import { faultsOfDelivery } from './ledger.ts';
import type { ProcessName } from './mesh.ts';
import { smallGroupDuringTests } from './small-group.ts';
import { until } from './until.ts';

/** Enough that a kill finds the act under way, and few enough for every change to be tested. */
const count = 6_000;

interface Import {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly valid: number;
  readonly invalid: number;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

const { mesh, group } = smallGroupDuringTests({ ownPostgres: true });

/** People with numbers of their own, in all four branches; `batch` tells them from those of other files. */
function rosterOf(batch: number): string {
  const branches = ['东厂一支部', '东厂二支部', '西厂一支部', '西厂二支部'];
  const lines = Array.from({ length: count }, (_, index) => {
    const digits = `65020219${70 + batch}0101${String(index % 1_000).padStart(3, '0')}`;
    const day = `${String(1 + Math.floor(index / 1_000)).padStart(2, '0')}`;
    const seventeen = `${digits.slice(0, 12)}${day}${digits.slice(14)}`;
    const number = seventeen + checkCharacter(seventeen);
    return `榕${batch}入${index},${number},${branches[index % 4]},正式党员,2010-07-01,2011-07-01`;
  });
  return ['姓名,公民身份号码,所在党支部,人员类别,加入党组织日期,转正日期', ...lines].join('\n');
}

async function upload(roster: string): Promise<string> {
  const form = new FormData();
  form.set('mode', 'add');
  form.set('file', new Blob([roster]), '花名册.csv');
  const ask = { body: form, headers: { 'idempotency-key': randomUUID() } };
  const answer = await group.registrar.request('POST', '/api/archives/imports', ask);
  expectStatus(answer, 202, 'upload');
  return answer.headers.get('location') as string;
}

/** Where the import stands, as its page sees it; a gateway or service that is away is asked again. */
async function look(at: string): Promise<Import | null> {
  const answer = await group.registrar.get(at).catch(() => null);
  return answer?.status === 200 ? answer.json<Import>() : null;
}

const untilStatus = (at: string, ...wanted: string[]): Promise<Import | null> =>
  until(
    `the import is ${wanted.join(' or ')}`,
    () => look(at),
    (found) => found !== null && wanted.includes(found.status),
    { withinMs: 90_000, everyMs: 50 },
  );

async function peopleOf(batch: number): Promise<number> {
  const [row] = await mesh.owners.archives<{ count: number }[]>`
    select count(*)::int as count from members where name like ${`榕${batch}入%`}`;
  return row?.count ?? 0;
}

/** Kills once the act is under way, and watches that nobody ever sees a part of the rows. */
async function killDuring(act: 'commit' | 'undo', at: string, victim: ProcessName): Promise<void> {
  expectStatus(
    await group.registrar.post(`${at}/${act}`, act === 'commit' ? { skipInvalid: false } : undefined),
    202,
    act,
  );
  // On a machine that stood still meanwhile the act may be over before it is seen under way.
  await untilStatus(at, ...(act === 'commit' ? ['committing', 'committed'] : ['undoing', 'undone']));
  await mesh.kill(victim);
  await mesh.restart(victim);
}

async function untilWhole(at: string, batch: number, done: string): Promise<number> {
  const began = performance.now();
  const seen = new Set<number>();
  await until(
    `the import is ${done}`,
    async () => {
      seen.add(await peopleOf(batch).catch(() => 0));
      return (await look(at))?.status;
    },
    (status) => status === done,
    { withinMs: 120_000, everyMs: 50 },
  );
  expect([...seen].filter((people) => people !== 0 && people !== count)).toEqual([]);
  return Math.round(performance.now() - began);
}

describe('kill -9 in the middle of a commit, and then of its undo, leaves all rows or none', () => {
  const victims: ProcessName[] = ['archives', 'postgres', 'gateway'];

  it.each(victims.map((victim, batch) => [victim, batch] as const))(
    '%s',
    async (victim, batch) => {
      const at = await upload(rosterOf(batch));
      const preview = await untilStatus(at, 'preview', 'failed');
      expect(preview).toMatchObject({ problem: null, rows: count, valid: count, invalid: 0 });

      await killDuring('commit', at, victim);
      const committedMs = await untilWhole(at, batch, 'committed');
      expect(await peopleOf(batch)).toBe(count);

      await killDuring('undo', at, victim);
      const undoneMs = await untilWhole(at, batch, 'undone');
      expect(await peopleOf(batch)).toBe(0);
      console.info(`${victim}: committed ${committedMs} ms and undone ${undoneMs} ms after it was back`);
    },
    300_000,
  );

  it('and every person, every fact and every audit row is there once afterwards', async () => {
    await until(
      'everything has arrived',
      () => faultsOfDelivery(mesh),
      (faults) => faults.length === 0,
      { withinMs: 180_000, everyMs: 1_000 },
    );
    const twice = await mesh.owners.archives`
      select member_id, version from member_history group by 1, 2 having count(*) > 1`;
    expect(twice).toEqual([]);
  }, 200_000);
});

describe('two gigabytes of zeros', () => {
  const send = (headers: Record<string, string>, body: Readable): Promise<{ status: number; code: string }> =>
    new Promise((resolve, reject) => {
      const url = new URL('/api/archives/imports', mesh.origin);
      const sending = request(url, {
        method: 'POST',
        // Of a refused body the rest is owed on its connection.
        agent: false,
        headers: {
          'x-banyan-client': 'tests',
          cookie: group.registrar.cookie ?? '',
          'content-type': 'multipart/form-data; boundary=edge',
          ...headers,
        },
      });
      sending.once('response', (answer) => {
        body.destroy();
        resolve(
          text(answer).then((whole) => ({
            status: answer.statusCode ?? 0,
            code: (JSON.parse(whole) as { code: string }).code,
          })),
        );
      });
      sending.once('error', reject);
      body.on('error', () => undefined);
      body.pipe(sending);
    });
  const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="zeros.xlsx"\r\n\r\n';
  const twoGigabytes = 2 * 1024 * 1024 * 1024;
  function* zeros(): Generator<Buffer> {
    yield Buffer.from(head);
    const piece = Buffer.alloc(1024 * 1024);
    for (let sent = 0; sent < twoGigabytes; sent += piece.length) yield piece;
  }

  it('are refused unread when their size is announced', async () => {
    const answer = await send({ 'content-length': String(twoGigabytes) }, Readable.from([Buffer.from(head)]));
    expect(answer).toEqual({ status: 413, code: 'body.too-large' });
  });

  it('are refused on the way when it is not', async () => {
    expect(await send({}, Readable.from(zeros()))).toEqual({ status: 413, code: 'file.too-large' });
  });
});
