import { duringTests } from '@banyan/test-kit/during-tests';
import { patience } from '@banyan/test-kit/patience';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startGatewayUnderTest } from '../testing/gateway-under-test.ts';
import { echo } from '../testing/stub-service.ts';

const gateway = duringTests(() => startGatewayUnderTest());
const members = '/api/archives/members';
beforeEach(() => {
  gateway.archives.answer(echo);
  gateway.identity.answer(echo);
});

describe('sessions', () => {
  it('asks identity once for however many requests wait', async () => {
    const headers = gateway.signIn('li');
    const before = gateway.identity.asked.length;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => gateway.call('GET', members, { headers })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(gateway.identity.asked.slice(before)).toEqual(['archives']);
  });

  it('go on while identity is away, and say so when nothing is known of one', async () => {
    const known = gateway.signIn('zhao');
    const unknown = gateway.signIn('qian');
    await gateway.call('GET', members, { headers: known });
    await gateway.identity.kill();
    expect((await gateway.call('GET', members, { headers: known })).status).toBe(200);
    const refused = await gateway.call('GET', members, { headers: unknown });
    expect(refused.json()).toMatchObject({ status: 503, code: 'gateway.service-down', service: 'identity' });
    await gateway.identity.revive();
    await vi.waitFor(
      async () => expect((await gateway.call('GET', members, { headers: unknown })).status).toBe(200),
      patience,
    );
  });

  it('end at once where the client signs out', async () => {
    const headers = gateway.signIn('sun');
    await gateway.call('GET', members, { headers });
    gateway.identity.answer((_req, res) => res.writeHead(204, { 'x-banyan-session': ';0' }).end());
    gateway.identity.sessions.clear();
    await gateway.call('DELETE', '/api/identity/sessions/current', {
      headers: { ...headers, origin: gateway.origin },
    });
    const after = await gateway.call('GET', members, { headers });
    expect((after.json()['headers'] as Record<string, string>)['authorization']).toBeUndefined();
  });
});
