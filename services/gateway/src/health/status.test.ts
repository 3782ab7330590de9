import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, it } from 'vitest';
import { idOf, startGatewayUnderTest } from '../testing/gateway-under-test.ts';

const gateway = duringTests(() => startGatewayUnderTest());

/** Identity's answer about what an account may do. */
function hold(permissions: readonly string[], validTo: string | null = null): void {
  gateway.identity.answer((req, res) => {
    const accountId = String(req.url).split('/').at(-1);
    const granted = {
      role: 'r',
      permissions,
      scope: { mode: 'subtree', nodes: [] },
      validFrom: null,
      validTo,
    };
    res.end(JSON.stringify({ accountId, personId: null, revision: 1, active: true, grants: [granted] }));
  });
}

it('the status page is for whoever holds its permission now', async () => {
  expect((await gateway.call('GET', '/status')).status).toBe(401);
  const headers = gateway.signIn('xu');
  hold(['identity.account.read']);
  expect((await gateway.call('GET', '/status', { headers })).status).toBe(403);
  hold(['gateway.status.read'], '2020-01-01T00:00:00Z');
  expect((await gateway.call('GET', '/status', { headers })).status).toBe(403);
  hold(['gateway.status.read']);
  expect((await gateway.call('GET', '/status', { headers })).status).toBe(200);
});

it('it shows every budget with what is held and was refused, in both languages, and nobody’s name', async () => {
  hold(['gateway.status.read']);
  const headers = gateway.signIn('he');
  const figures = (await gateway.call('GET', '/status', { headers })).json() as {
    uses: { item: string; holder: string; limit: number }[];
    services: Record<string, string>;
  };
  expect(figures.services).toEqual({ identity: 'ready', archives: 'ready' });
  expect(figures.uses).toContainEqual({
    item: 'streams',
    holder: 'account',
    limit: 48,
    held: 0,
    most: 0,
    refused: 0,
  });
  for (const [language, title] of [
    ['zh-CN', '运行状态'],
    ['en-US', 'Status'],
  ] as const) {
    const page = await gateway.call('GET', '/status', {
      headers: { ...headers, accept: 'text/html', 'accept-language': language },
    });
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(page.text).not.toContain('undefined');
    expect(page.text).not.toContain(idOf('he', 'b'));
    expect(page.text).not.toContain('127.0.0.1');
  }
});
