import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'undici';
import { getJson, type Session } from './client.ts';
import { meshProcesses } from './processes.ts';
import type { Figure } from './report.ts';

const wantedRows = 100_000;
const columns =
  'name,sex,ethnicity,bornOn,education,degree,post,workUnit,idNumber,phone,address,organizationName,organizationPath,stage,state,joinedOn,fullOn,introducers,family,resume';

interface Download {
  readonly firstByteMs: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly rows: number;
}

/** Takes a file as quickly as it comes, and keeps nothing of it. */
async function download(session: Session, query: string): Promise<Download> {
  const began = performance.now();
  const { statusCode, headers, body } = await request(
    `${session.origin}/api/archives/members/export?${query}`,
    { headers: { cookie: session.cookie } },
  );
  if (statusCode !== 200) throw new Error(`export: ${statusCode} ${await body.text()}`);
  let firstByteMs = 0;
  let bytes = 0;
  for await (const chunk of body) {
    firstByteMs ||= performance.now() - began;
    bytes += (chunk as Buffer).length;
  }
  const seconds = (performance.now() - began) / 1_000;
  return { firstByteMs, seconds, bytes, rows: Number(headers['x-export-rows']) };
}

/** Leaves after the first part, as somebody does who changes their mind. */
async function leave(session: Session, query: string): Promise<void> {
  const { body } = await request(`${session.origin}/api/archives/members/export?${query}`, {
    headers: { cookie: session.cookie },
  });
  for await (const _ of body) break;
}

/** Everybody who joined since a year such that they are 100,000 or a few more. */
async function filterFor(group: Session): Promise<string> {
  const { rows, rowTotals } = await getJson<{ rows: { keys: { key: string }[] }; rowTotals: number[] }>(
    group,
    '/api/archives/statistics?rows=joinedYear',
  );
  let sum = 0;
  for (let at = rows.keys.length - 1; at >= 0; at -= 1) {
    const year = rows.keys[at]?.key ?? '';
    if (!/^\d{4}$/.test(year)) continue;
    sum += rowTotals[at] ?? 0;
    if (sum >= wantedRows) return `joinedFrom=${year}-01-01`;
  }
  throw new Error('There are not enough people to export.');
}

function memory(pid: number, what: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1_024;
}

/** Time to the first byte, and how far memory of archives rises above where it was. */
export async function exportFigures(group: Session, root: number): Promise<Figure[]> {
  const pid = meshProcesses(root).find(({ name }) => name === 'archives')?.pid;
  if (pid === undefined) throw new Error('archives is not running.');
  const filter = await filterFor(group);
  const figures: Figure[] = [];
  for (const format of ['csv', 'xlsx']) {
    const query = `format=${format}&columns=${columns}&${filter}`;
    await leave(group, query);
    const before = memory(pid, 'VmRSS');
    // Sets the high-water mark to where memory is now.
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const { firstByteMs, seconds, bytes, rows } = await download(group, query);
    const peak = memory(pid, 'VmHWM');
    figures.push(
      {
        name: `export of ${rows.toLocaleString('en-US')} rows as ${format}, first byte`,
        value: firstByteMs / 1_000,
        unit: 's',
        target: 1,
        note: `whole in ${seconds.toFixed(1)} s, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${columns.split(',').length} columns`,
      },
      {
        name: `memory of archives rises while it is exported as ${format}, by`,
        value: Math.max(0, peak - before),
        unit: 'MiB',
        // What one collection leaves behind; it does not grow with the rows.
        target: 96,
        note: `from ${before.toFixed(0)} to ${peak.toFixed(0)} MiB at its peak`,
      },
    );
  }
  return figures;
}
