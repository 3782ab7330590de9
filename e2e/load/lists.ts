import { type Session, getJson, latencies, throughput } from './client.ts';
import { cpuByPart } from './processes.ts';
import { type Figure, quantile } from './report.ts';

interface Organization {
  readonly id: string;
  readonly parentId: string | null;
  readonly type: string;
}

export interface Widths {
  readonly branch: Session;
  readonly unit: Session;
  readonly group: Session;
  readonly generalBranchId: string;
}

const listPath = '/api/archives/members?page=1&pageSize=20';

/** A general branch below the unit, to be seen with `?node=`. */
export async function generalBranchBelow(unit: Session): Promise<{ id: string; organizations: number }> {
  const { items } = await getJson<{ items: Organization[] }>(unit, '/api/identity/organizations');
  const id = items.find(({ type }) => type === 'general-branch')?.id;
  if (id === undefined) throw new Error('The unit has no general branch.');
  return { id, organizations: items.length };
}

function scopes({
  branch,
  unit,
  group,
  generalBranchId,
}: Widths): { name: string; session: Session; suffix: string }[] {
  return [
    { name: 'one branch', session: branch, suffix: '' },
    { name: 'a general branch', session: unit, suffix: `&node=${generalBranchId}` },
    { name: 'a unit', session: unit, suffix: '' },
    { name: 'the whole group', session: group, suffix: '' },
  ];
}

export async function listLatencies(widths: Widths): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, session, suffix } of scopes(widths)) {
    const samples = await latencies(session, [listPath + suffix]);
    figures.push({
      name: `first page with total, ${name}, p95`,
      value: quantile(samples, 0.95),
      unit: 'ms',
      target: 25,
      note: `p50 ${quantile(samples, 0.5).toFixed(1)} ms`,
    });
  }
  return figures;
}

const searches = ['王', '李建', '建国', 'zhang', 'wangw', 'zjg', 'l', 'liwenbo'];

export async function searchLatencies(widths: Widths): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, session, suffix } of scopes(widths)) {
    let worst = { value: 0, q: '' };
    for (const q of searches) {
      const samples = await latencies(session, [`${listPath}${suffix}&q=${encodeURIComponent(q)}`], 2);
      const value = quantile(samples, 0.95);
      if (value > worst.value) worst = { value, q };
    }
    figures.push({
      name: `search by name or pinyin, ${name}, p95 of the slowest word`,
      value: worst.value,
      unit: 'ms',
      target: 50,
      note: `${searches.length} words, slowest ${worst.q}`,
    });
  }
  return figures;
}

async function withProcessorTime(root: number, run: () => Promise<{ perSecond: number; requests: number }>) {
  const before = cpuByPart(root);
  const { perSecond, requests } = await run();
  const after = cpuByPart(root);
  const parts = ['gateway', 'archives', 'postgres', 'identity', 'nats'].map(
    (part) => `${part} ${(((after.get(part) ?? 0) - (before.get(part) ?? 0)) / requests).toFixed(2)}`,
  );
  return { perSecond, note: `processor ms per request: ${parts.join(', ')}` };
}

export async function throughputs(widths: Widths, root: number): Promise<Figure[]> {
  const ids: string[] = [];
  for (let page = 1; page <= 5; page += 1) {
    const { items } = await getJson<{ items: { id: string }[] }>(
      widths.unit,
      `/api/archives/members?page=${page}&pageSize=100`,
    );
    ids.push(...items.map(({ id }) => id));
  }
  await throughput(widths.unit, [listPath], 20, 3);
  const list = await withProcessorTime(root, () => throughput(widths.unit, [listPath]));
  await throughput(
    widths.unit,
    ids.map((id) => `/api/archives/members/${id}`),
    20,
    3,
  );
  const byId = await withProcessorTime(root, () =>
    throughput(
      widths.unit,
      ids.map((id) => `/api/archives/members/${id}`),
    ),
  );
  return [
    {
      name: 'first page with total, a unit, 20 connections',
      value: list.perSecond,
      unit: 'requests/s',
      target: 500,
      better: 'higher',
      note: list.note,
    },
    {
      name: 'one member by id, 20 connections',
      value: byId.perSecond,
      unit: 'requests/s',
      target: 700,
      better: 'higher',
      note: byId.note,
    },
  ];
}
