import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayUnderTest, startGatewayUnderTest } from '../testing/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    RATE_LIMITS: JSON.stringify({
      session: { points: 5, seconds: 60 },
      address: { points: 20, seconds: 60 },
      signIn: { points: 3, seconds: 60 },
    }),
  });
});
afterAll(() => gateway.close());

async function statuses(count: number, one: () => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await one()).status);
  return found;
}

it('a session that asks too often is told how long to wait, and others go on', async () => {
  const busy = gateway.signIn('busy');
  const calm = gateway.signIn('calm');
  const get = (headers: Record<string, string>) => gateway.call('GET', '/api/archives/members', { headers });
  // The first request is counted on the address: until identity has answered, the session is not known.
  expect(await statuses(7, () => get(busy))).toEqual([200, 200, 200, 200, 200, 200, 429]);
  const refused = await get(busy);
  expect(refused.json()).toMatchObject({ status: 429, code: 'gateway.too-many-requests' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['ratelimit-policy']).toBe('"session";q=5;w=60');
  expect(refused.headers['ratelimit']).toMatch(/^"session";r=0;t=\d+$/);
  expect((await get(calm)).status).toBe(200);
});

it('an address signs in a few times a minute', async () => {
  const signIn = () =>
    gateway.call('POST', '/api/identity/sessions', { headers: { origin: gateway.origin }, body: '{}' });
  expect(await statuses(4, signIn)).toEqual([200, 200, 200, 429]);
  expect((await signIn()).json()).toMatchObject({ code: 'gateway.too-many-sign-ins' });
});

it('cookies that nobody knows count on the address that sends them', async () => {
  let number = 0;
  const guess = () => {
    number += 1;
    return gateway.call('GET', '/api/archives/members', {
      headers: { cookie: `banyan-${gateway.port}=${String(number).padStart(43, 'g')}` },
    });
  };
  expect(new Set(await statuses(20, guess))).toEqual(new Set([200, 429]));
  const page = await gateway.call('GET', '/', {
    headers: { cookie: `banyan-${gateway.port}=${'h'.repeat(43)}` },
  });
  expect(page.json()).toMatchObject({ status: 429, code: 'gateway.too-many-requests' });
});
