import { randomUUID } from 'node:crypto';
import type { Answer } from '../mesh/client.ts';
import { cast } from './cast.ts';
import type { Expectation, Target, Way } from './rules.ts';
import { holdsAnywhere, holdsAt, holdsFor, nodesInSight, type Somebody } from './oracle.ts';
import { ask, freshIdOf, idOf, type Route, targetsOf, waysOf, words } from './routes.ts';
import type { Stage } from './stage.ts';
import { isAtOrBelow } from './tree.ts';
import { password } from '../mesh/group.ts';

type Placed = Extract<Expectation, { rule: 'record' | 'placed' }>;

/** Runs tasks a few at a time, and returns what they say is wrong. */
async function gather(tasks: readonly (() => Promise<string[]>)[]): Promise<string[]> {
  const found: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length) {
      const task = tasks[next] as () => Promise<string[]>;
      next += 1;
      found.push(...(await task()));
    }
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  return found;
}

const described = (way: Way): string => JSON.stringify(way.body ?? null) + JSON.stringify(way.headers ?? {});
const titleOf = (target: Target): string =>
  'person' in target ? `${target.kind} ${target.person}` : `${target.kind} at ${target.node}`;

function wrong(who: string, about: string, answer: Answer, expected: string): string[] {
  const problem = `${who} → ${about}: expected ${expected}, got ${answer.status} ${answer.text.slice(0, 200)}`;
  return String(answer.status) === expected ? [] : [problem];
}

/** Without a session: 401, whatever is sent. */
export function checkWithoutSession(stage: Stage, route: Route, way: Way): Promise<string[]> {
  return gather(
    waysOf(route, way).map((variant) => async () => {
      const answer = await ask(stage.mesh.anonymous, route, randomUUID(), variant);
      return wrong('no session', described(variant), answer, '401');
    }),
  );
}

export function checkOpen(stage: Stage, route: Route, inside: number, way: Way): Promise<string[]> {
  return gather([
    async () => wrong('no session', 'open', await ask(stage.mesh.anonymous, route, '', way), String(inside)),
  ]);
}

/** Everybody with a session, whatever they hold. A route that ends the session gets one of its own. */
export function checkSession(
  stage: Stage,
  route: Route,
  { inside, way, ends }: Extract<Expectation, { rule: 'session' }>,
): Promise<string[]> {
  return gather(
    cast.map((who) => async () => {
      const client = ends ? await stage.mesh.signIn(who.name, password) : stage.clientOf(who);
      return wrong(who.name, 'own', await ask(client, route, '', way), String(inside));
    }),
  );
}

export function checkWhole(
  stage: Stage,
  route: Route,
  { permission, inside, way, id = randomUUID() }: Extract<Expectation, { rule: 'whole' }>,
): Promise<string[]> {
  return gather(
    cast.flatMap((who) => {
      const may = holdsAnywhere(who, permission);
      return (may ? [way] : waysOf(route, way)).map((variant) => async () => {
        const answer = await ask(stage.clientOf(who), route, id, variant);
        return wrong(who.name, described(variant), answer, may ? String(inside) : '403');
      });
    }),
  );
}

function reaches(who: Somebody, permission: string, target: Target): boolean {
  if ('person' in target) return holdsFor(who, permission, target.person);
  const { kind, node: top } = target;
  return kind === 'round'
    ? nodesInSight(who, permission).some((node) => isAtOrBelow(node, top))
    : holdsAt(who, permission, top);
}

/** Inside: let in. Outside: 404 in the very words of what does not exist. Without the permission anywhere: 403. */
export function checkPlaced(stage: Stage, route: Route, expectation: Placed): Promise<string[]> {
  return gather(cast.map((who) => () => checkPlacedFor(stage, route, expectation, who)));
}

async function checkPlacedFor(
  stage: Stage,
  route: Route,
  { permission, of, way, inside, rule, without = 403 }: Placed,
  who: Somebody,
): Promise<string[]> {
  const client = stage.clientOf(who);
  const holds = holdsAnywhere(who, permission);
  // A body that cannot be read does not say what it is about.
  const ways = holds && rule === 'placed' ? [way] : waysOf(route, way);
  const unknown: string[] = [];
  for (const variant of ways) unknown.push(words(await ask(client, route, randomUUID(), variant)));
  const found: string[] = [];
  for (const [index, target] of targetsOf(of).entries()) {
    const about = titleOf(target);
    if (reaches(who, permission, target)) {
      const answer = await ask(client, route, await freshIdOf(stage, target), way);
      found.push(...wrong(who.name, about, answer, String(inside)));
      continue;
    }
    // Every way against the first target, and then a turn of two each.
    for (const [turn, variant] of ways.entries()) {
      if (index > 0 && ways.length > 2 && (turn + index) % 4 !== 0) continue;
      const answer = await ask(client, route, idOf(stage, target), variant);
      found.push(
        ...wrong(who.name, `${about} ${described(variant)}`, answer, holds ? '404' : String(without)),
      );
      if (words(answer) !== unknown[turn])
        found.push(
          `${who.name} → ${about}: told from what does not exist: ${words(answer)} / ${unknown[turn]}`,
        );
    }
  }
  return found;
}
