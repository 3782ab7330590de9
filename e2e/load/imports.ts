import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkCharacter } from '@banyan/archives-service/members/id-number';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import { getJson, type Session, send } from './client.ts';
import { meshProcesses } from './processes.ts';
import { type Figure, quantile } from './report.ts';

const people = 100_000;
const path = '/api/archives/imports';
const heading =
  '姓名 公民身份号码 性别 民族 出生日期 学历 人员类别 所在党支部 加入党组织日期 转正日期 工作岗位 联系电话 家庭住址 籍贯 参加工作日期 备注'.split(
    ' ',
  );
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'建国文博志强秀英丽娟海涛晓明玉兰春梅国庆艾山帕提'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Rows as a roster of sixteen columns has them; its ID numbers are in no other roster. */
function person(index: number, branches: readonly string[]): string[] {
  const [year, month, day] = [1955 + (index % 45), two(1 + (index % 12)), two(1 + (index % 28))];
  const order = index % 1000;
  const digits = `98${String(1000 + Math.floor(index / 1000))}${year}${month}${day}${String(order).padStart(3, '0')}`;
  const name = [index, index * 7, index * 13].map(
    (at, place) => (place === 0 ? surnames : given)[at % (place === 0 ? surnames : given).length],
  );
  return [
    name.join(''),
    digits + checkCharacter(digits),
    order % 2 === 1 ? '男' : '女',
    index % 9 === 0 ? '维吾尔族' : '汉族',
    `${year}.${month}.${day}`,
    ['大学本科', '大专', '研究生', '高中'][index % 4] as string,
    index % 20 === 0 ? '预备党员' : '正式党员',
    branches[index % branches.length] as string,
    `${year + 25}/07/01`,
    index % 20 === 0 ? '' : `${year + 26}年7月1日`,
    '采油工',
    `139${String(index).padStart(8, '0')}`,
    `新疆克拉玛依市白碱滩区第${index % 300}街${index}号`,
    '四川南充',
    `${year + 22}-09-01`,
    index % 50 === 0 ? '原籍档案待补' : '',
  ];
}

async function writeRoster(file: string, branches: readonly string[]): Promise<void> {
  const workbook = new WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(['示范油田公司党员名册']).commit();
  sheet.addRow(heading).commit();
  for (let index = 0; index < people; index += 1) sheet.addRow(person(index, branches)).commit();
  sheet.addRow(['合计', String(people)]).commit();
  await workbook.commit();
}

function archivesPid(root: number): number {
  const found = meshProcesses(root).find(({ name }) => name === 'archives');
  if (found === undefined) throw new Error('Archives does not run.');
  return found.pid;
}

/** Forgets the peak so far. */
function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function peakMib(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

interface Import {
  readonly id: string;
  readonly status: string;
  readonly valid: number;
  readonly invalid: number;
  readonly problem: unknown;
  readonly errorCounts: unknown;
}

async function until(session: Session, id: string, status: string): Promise<Import> {
  for (;;) {
    const seen = await getJson<Import>(session, `${path}/${id}`);
    if (seen.status === status) return seen;
    if (!['parsing', 'committing', 'undoing'].includes(seen.status))
      throw new Error(`${seen.status} instead of ${status}: ${JSON.stringify(seen.problem)}`);
    await wait(250);
  }
}

async function act(session: Session, id: string, verb: 'commit' | 'undo'): Promise<void> {
  const response = await send(
    session,
    'POST',
    `${path}/${id}/${verb}`,
    verb === 'commit' ? { skipInvalid: false } : undefined,
  );
  if (response.status !== 202) throw new Error(`${verb}: ${response.status} ${await response.text()}`);
}

/** Somebody who opens records meanwhile, ten a second. */
async function readMeanwhile(session: Session, signal: AbortSignal): Promise<number[]> {
  const { items } = await getJson<{ items: { id: string }[] }>(
    session,
    '/api/archives/members?page=1&pageSize=100',
  );
  const samples: number[] = [];
  for (let index = 0; !signal.aborted; index += 1) {
    const began = performance.now();
    await getJson(session, `/api/archives/members/${items[index % items.length]?.id}`);
    samples.push(performance.now() - began);
    await wait(100);
  }
  return samples;
}

async function branchNames(session: Session): Promise<string[]> {
  const { items } = await getJson<{ items: { type: string; name: string; code: string; status: string }[] }>(
    session,
    '/api/identity/organizations',
  );
  const branches = items.filter(({ type, status }) => type === 'branch' && status === 'active');
  const names = new Set(branches.map(({ name }) => name));
  return names.size === branches.length ? [...names] : branches.map(({ code }) => code);
}

/** A roster of 100,000 people from file to preview to committed, and back, in the process that also answers others. */
export async function importFigures(group: Session, root: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-bench-'));
  const done = new AbortController();
  try {
    const file = join(folder, 'roster.xlsx');
    await writeRoster(file, await branchNames(group));
    const form = new FormData();
    form.set('mode', 'add');
    form.set('file', new Blob([readFileSync(file)]), 'roster.xlsx');
    const pid = archivesPid(root);
    resetPeak(pid);
    const reading = readMeanwhile(group, done.signal);
    const began = performance.now();
    const response = await fetch(group.origin + path, {
      method: 'POST',
      headers: { cookie: group.cookie, 'x-banyan-client': 'bench' },
      body: form,
    });
    if (response.status !== 202) throw new Error(`upload: ${response.status} ${await response.text()}`);
    const { id } = (await response.json()) as Import;
    const uploaded = performance.now();
    const preview = await until(group, id, 'preview');
    const previewed = performance.now();
    if (preview.valid !== people)
      throw new Error(`${preview.invalid} rows are wrong: ${JSON.stringify(preview.errorCounts)}`);
    await act(group, id, 'commit');
    await until(group, id, 'committed');
    const committed = performance.now();
    const peak = peakMib(pid);
    done.abort();
    const samples = await reading;
    await act(group, id, 'undo');
    await until(group, id, 'undone');
    const undone = performance.now();
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
    return [
      {
        name: 'import of 100,000 rows .xlsx, upload to preview to committed',
        value: (committed - began) / 1000,
        unit: 's',
        target: 60,
        note: `upload ${seconds(began, uploaded)} s, preview ${seconds(uploaded, previewed)} s, commit ${seconds(previewed, committed)} s; undo ${seconds(committed, undone)} s`,
      },
      { name: 'peak memory of archives meanwhile', value: peak, unit: 'MiB', target: 512 },
      {
        name: 'one member by id while an import runs, p95',
        value: quantile(samples, 0.95),
        unit: 'ms',
        note: `p50 ${quantile(samples, 0.5).toFixed(1)} ms, slowest ${Math.max(...samples).toFixed(0)} ms, ${samples.length} reads`,
      },
    ];
  } finally {
    done.abort();
    await rm(folder, { recursive: true, force: true });
  }
}
