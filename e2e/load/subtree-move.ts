import { getJson, send, type Session, signIn } from './client.ts';
import type { Figure } from './report.ts';

interface Organization {
  readonly id: string;
  readonly parentId: string | null;
  readonly type: string;
}

interface Sample {
  readonly moveMs: number;
  readonly agreeMs: number;
}

/**
 * A unit goes below another one and back, some times. The move is the request at identity; archives agrees once its list,
 * narrowed to either place, counts the people where they are now.
 */
export async function subtreeMove(
  origin: string,
  password: string,
  { group, unit }: { readonly group: Session; readonly unit: Session },
  rounds = 5,
): Promise<Figure[]> {
  const system = await signIn(origin, 'system', password);
  const { items: below } = await getJson<{ items: Organization[] }>(unit, '/api/identity/organizations');
  const { items: all } = await getJson<{ items: Organization[] }>(group, '/api/identity/organizations');
  const inside = new Set(below.map(({ id }) => id));
  const moving = below.find(({ parentId }) => parentId === null || !inside.has(parentId));
  const home = all.find(({ id }) => id === moving?.id)?.parentId;
  const other = all.findLast(
    ({ id, type, parentId }) => type === 'committee' && parentId === home && !inside.has(id),
  );
  if (!moving || !home || !other) throw new Error('There is no unit to move, or none to move it to.');
  const [moved, there] = [await peopleAt(group, moving.id), await peopleAt(group, other.id)];

  const samples: Sample[] = [];
  for (let round = 0; round < rounds; round += 1) {
    samples.push(await moveTo(system, group, moving.id, other.id, { at: other.id, total: there + moved }));
    samples.push(await moveTo(system, group, moving.id, home, { at: other.id, total: there }));
  }
  const worst = (of: (sample: Sample) => number): number => Math.max(...samples.map(of));
  const note = `${below.length} organizations, ${moved.toLocaleString('en-US')} members, ${samples.length} moves`;
  return [
    {
      name: 'a subtree moves, the slowest',
      value: worst(({ moveMs }) => moveMs),
      unit: 'ms',
      target: 1_000,
      note,
    },
    {
      name: 'archives agrees after the move, the slowest',
      value: worst(({ agreeMs }) => agreeMs),
      unit: 'ms',
      target: 2_000,
      note: 'from the answer of the move to the first total that is right',
    },
  ];
}

async function peopleAt(group: Session, id: string): Promise<number> {
  const list = await getJson<{ total: number }>(
    group,
    `/api/archives/members?pageSize=1&organizationId=${id}`,
  );
  return list.total;
}

async function moveTo(
  system: Session,
  group: Session,
  id: string,
  parentId: string,
  expected: { readonly at: string; readonly total: number },
): Promise<Sample> {
  const began = performance.now();
  const answer = await send(system, 'POST', `/api/identity/organizations/${id}/move`, { parentId });
  if (answer.status !== 200) throw new Error(`move: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  const answered = performance.now();
  while ((await peopleAt(group, expected.at)) !== expected.total)
    if (performance.now() - answered > 60_000) throw new Error('archives does not agree within a minute.');
  return { moveMs: answered - began, agreeMs: performance.now() - answered };
}
