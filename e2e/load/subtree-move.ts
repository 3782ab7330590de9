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

/** Organizations that move together, in a group that has so many. */
const wanted = 800;

/**
 * A committee with some units below it goes below another one and back, some times. The move is the request at identity;
 * archives agrees once its list, narrowed to the new place, counts the people where they are now.
 */
export async function subtreeMove(
  origin: string,
  password: string,
  group: Session,
  rounds = 5,
): Promise<Figure[]> {
  const system = await signIn(origin, 'system', password);
  const { items } = await getJson<{ items: Organization[] }>(group, '/api/identity/organizations');
  const { root, moving, others, target, organizations } = chosen(items);
  for (const id of others) await move(system, id, moving);
  try {
    const moved = await untilSteady(group, moving);
    const there = await untilSteady(group, target);
    const samples: Sample[] = [];
    for (let round = 0; round < rounds; round += 1) {
      samples.push(await moveTo(system, group, moving, target, { at: target, total: there + moved }));
      samples.push(await moveTo(system, group, moving, root, { at: target, total: there }));
    }
    const note = `${organizations} organizations, ${moved.toLocaleString('en-US')} members, ${samples.length} moves, the slowest`;
    const worst = (of: (sample: Sample) => number): number => Math.max(...samples.map(of));
    return [
      { name: 'a subtree moves', value: worst(({ moveMs }) => moveMs), unit: 'ms', target: 1_000, note },
      {
        name: 'archives agrees with the move',
        value: worst(({ agreeMs }) => agreeMs),
        unit: 'ms',
        target: 2_000,
        note: 'from its answer to the first total that is right',
      },
    ];
  } finally {
    for (const id of others) await move(system, id, root);
  }
}

/** The first units below the group, as many as it takes, and the last one as the place to go to. */
function chosen(items: readonly Organization[]) {
  const below = Map.groupBy(items, ({ parentId }) => parentId);
  const size = (id: string): number => (below.get(id) ?? []).reduce((sum, child) => sum + size(child.id), 1);
  const root = below.get(null)?.[0]?.id;
  const units = (below.get(root ?? null) ?? [])
    .filter(({ type }) => type === 'committee')
    .map(({ id }) => id);
  const target = units.pop();
  const [moving, ...rest] = units;
  if (!root || !moving || !target) throw new Error('There is no unit to move, or none to move it to.');
  const others: string[] = [];
  let organizations = size(moving);
  for (const id of rest) {
    if (organizations >= wanted || others.length + 2 > units.length / 2) break;
    others.push(id);
    organizations += size(id);
  }
  return { root, moving, others, target, organizations };
}

async function peopleAt(group: Session, id: string): Promise<number> {
  const list = await getJson<{ total: number }>(
    group,
    `/api/archives/members?pageSize=1&organizationId=${id}`,
  );
  return list.total;
}

/** What archives counts once it has followed the moves before: the same for half a second. */
async function untilSteady(group: Session, id: string): Promise<number> {
  let total = await peopleAt(group, id);
  for (let since = performance.now(); performance.now() - since < 500;) {
    const now = await peopleAt(group, id);
    if (now !== total) [total, since] = [now, performance.now()];
  }
  return total;
}

async function move(system: Session, id: string, parentId: string): Promise<void> {
  const answer = await send(system, 'POST', `/api/identity/organizations/${id}/move`, { parentId });
  if (answer.status !== 200) throw new Error(`move: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function moveTo(
  system: Session,
  group: Session,
  id: string,
  parentId: string,
  expected: { readonly at: string; readonly total: number },
): Promise<Sample> {
  const began = performance.now();
  await move(system, id, parentId);
  const answered = performance.now();
  while ((await peopleAt(group, expected.at)) !== expected.total)
    if (performance.now() - answered > 60_000) throw new Error('archives does not agree within a minute.');
  return { moveMs: answered - began, agreeMs: performance.now() - answered };
}
