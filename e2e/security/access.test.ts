import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../mesh/client.ts';
import { type Mesh, startMesh } from '../mesh/mesh.ts';
import { domains } from '../mesh/services.ts';
import { cast } from './cast.ts';
import { checkList } from './check-list.ts';
import { checkOpen, checkPlaced, checkSession, checkWhole, checkWithoutSession } from './check-route.ts';
import { checkTransfer, checkTransferList } from './check-transfer.ts';
import { expectations } from './expectations.ts';
import type { Expectation } from './rules.ts';
import { relationTo } from './oracle.ts';
import { businessRoles } from './roles.ts';
import { type Route, routesOf, routesOfTheServices } from './routes.ts';
import { setStage, type Stage } from './stage.ts';
import { nodeNames } from './tree.ts';

const routes = routesOfTheServices();
let mesh: Mesh;
let stage: Stage;

beforeAll(async () => {
  mesh = await startMesh();
  stage = await setStage(mesh);
}, 240_000);
afterAll(() => mesh?.close());

function check(route: Route, expectation: Expectation): Promise<string[]> {
  switch (expectation.rule) {
    case 'open':
      return checkOpen(stage, route, expectation.inside, expectation.way);
    case 'session':
      return checkSession(stage, route, expectation);
    case 'whole':
      return checkWhole(stage, route, expectation);
    case 'list':
      return checkList(stage, route, expectation);
    case 'transfer':
      return checkTransfer(stage, route, expectation);
    case 'transfer-list':
      return checkTransferList(stage, route, expectation);
    default:
      return checkPlaced(stage, route, expectation);
  }
}

describe('the table of expectations', () => {
  it('names every route of every service, and none that is gone', () => {
    expect(Object.keys(expectations).toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  it('knows every route that the running services offer', async () => {
    const offered: string[] = [];
    for (const domain of domains) {
      const answer = await mesh.anonymous.get(`/api/${domain}/openapi.json`);
      offered.push(...routesOf(expectStatus(answer, 200, domain)).map(({ name }) => name));
    }
    expect(offered.filter((name) => expectations[name] === undefined)).toEqual([]);
  });

  it('tries every role at its own place, above, below, beside and elsewhere', () => {
    const missing = businessRoles.flatMap((role) => {
      const tried = cast
        .flatMap(({ held }) => held.filter((one) => one.role === role))
        .flatMap((held) => nodeNames.map((node) => relationTo(held, node)));
      return ['own', 'ancestor', 'descendant', 'sibling', 'none']
        .filter((relation) => !tried.includes(relation as never))
        .map((relation) => `${role} ${relation}`);
    });
    expect(missing).toEqual([]);
  });
});

describe.each(routes.filter(({ name }) => expectations[name] !== undefined))('$name', (route) => {
  const expected = expectations[route.name] ?? [];
  const [first] = expected;

  if (first !== undefined && first.rule !== 'open')
    it('asks for a session first', async () => {
      const way = 'way' in first ? first.way : {};
      expect(await checkWithoutSession(stage, route, way)).toEqual([]);
    });

  it('answers everybody as the oracle says', async () => {
    const found: string[] = [];
    for (const expectation of expected) found.push(...(await check(route, expectation)));
    expect(found).toEqual([]);
  });
});
