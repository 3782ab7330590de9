import { randomUUID } from 'node:crypto';
import type { Answer } from '../mesh/client.ts';
import { cast } from './cast.ts';
import type { Way } from './rules.ts';
import { holdsAnywhere, holdsAt, type Somebody } from './oracle.ts';
import { ask, type Route, waysOf, words } from './routes.ts';
import type { Stage } from './stage.ts';
import { destinations, homes, isAtOrBelow, nodeNames, type PersonName, personNames } from './tree.ts';

/** Entitled by a permission held where the person leaves from, or where the person goes. */
export interface Entitlement {
  readonly permission: string;
  readonly end: 'from' | 'to';
}

/** Of the transfer that everybody on the stage has applied for: any of these lets somebody in. */
export interface TransferExpectation {
  readonly rule: 'transfer';
  readonly entitled: readonly Entitlement[];
  /** The person as well, with this permission for the own record. */
  readonly own?: string;
  readonly way: Way;
  readonly inside: number;
  /** The path names the group that the transfer is applied for with. */
  readonly group?: boolean;
}

export interface TransferListExpectation {
  readonly rule: 'transfer-list';
  readonly permission: string;
}

function reaches(who: Somebody, { entitled, own }: TransferExpectation, person: PersonName): boolean {
  const held = entitled.some(({ permission, end }) =>
    holdsAt(who, permission, end === 'from' ? homes[person] : destinations[person]),
  );
  return held || (own !== undefined && who.person === person && holdsAnywhere(who, own));
}

/** Inside: let in. Outside: 404 in the words of what does not exist, whatever is sent. Without any permission: 403. */
export async function checkTransfer(
  stage: Stage,
  route: Route,
  expectation: TransferExpectation,
): Promise<string[]> {
  const found = await Promise.all(cast.map((who) => checkFor(stage, route, expectation, who)));
  return found.flat();
}

async function checkFor(
  stage: Stage,
  route: Route,
  expectation: TransferExpectation,
  who: Somebody,
): Promise<string[]> {
  const { entitled, own, way, inside, group = false } = expectation;
  const client = stage.clientOf(who);
  const permissions = [...entitled.map(({ permission }) => permission), ...(own === undefined ? [] : [own])];
  const outside = permissions.some((permission) => holdsAnywhere(who, permission)) ? 404 : 403;
  const ways = waysOf(route, way);
  const unknown: string[] = [];
  for (const variant of ways) unknown.push(words(await ask(client, route, randomUUID(), variant)));
  const found: string[] = [];
  const wrong = (person: PersonName, answer: Answer, status: number): void => {
    if (answer.status !== status)
      found.push(
        `${who.name} → ${person}: expected ${status}, got ${answer.status} ${answer.text.slice(0, 200)}`,
      );
  };
  for (const [index, person] of personNames.entries()) {
    const { id, groupId } = stage.transfers[person];
    const target = group ? groupId : id;
    if (reaches(who, expectation, person)) {
      wrong(person, await ask(client, route, target, way), inside);
      continue;
    }
    for (const [turn, variant] of ways.entries()) {
      if (index > 0 && ways.length > 2 && (turn + index) % 4 !== 0) continue;
      const answer = await ask(client, route, target, variant);
      wrong(person, answer, outside);
      if (words(answer) !== unknown[turn])
        found.push(`${who.name} → ${person}: told from what does not exist: ${words(answer)}`);
    }
  }
  return found;
}

/** Rows, directions and totals of the list for everybody of the cast, seen from every node. */
export async function checkTransferList(
  stage: Stage,
  route: Route,
  { permission }: TransferListExpectation,
): Promise<string[]> {
  const found: string[] = [];
  for (const who of cast) {
    for (const node of [null, ...nodeNames]) {
      const query = node === null ? '' : `&node=${stage.nodeIds[node]}`;
      const answer = await stage.clientOf(who).get(`${route.path}?pageSize=100${query}`);
      const status = holdsAnywhere(who, permission) ? 200 : 403;
      if (answer.status !== status)
        found.push(`${who.name}${query}: expected ${status}, got ${answer.status}`);
      if (answer.status !== 200 || status !== 200) continue;
      const held = (end: 'from' | 'to', person: PersonName): boolean => {
        const place = end === 'from' ? homes[person] : destinations[person];
        return holdsAt(who, permission, place) && (node === null || isAtOrBelow(place, node));
      };
      const expected = personNames.flatMap((person) => {
        const [from, to] = [held('from', person), held('to', person)];
        const own = node === null && who.person === person;
        if (!from && !to && !own) return [];
        return [`${stage.transfers[person].id} ${from === to ? 'within' : from ? 'out' : 'in'}`];
      });
      const { items, total } = answer.json<{ items: { id: string; direction: string }[]; total: number }>();
      const seen = items.map(({ id, direction }) => `${id} ${direction}`).toSorted();
      if (String(seen) !== String(expected.toSorted()) || total !== expected.length)
        found.push(`${who.name}${query}: expected [${String(expected)}], got ${total} [${String(seen)}]`);
    }
  }
  return found;
}
