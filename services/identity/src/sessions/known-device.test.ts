import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../testing/identity-under-test.ts';
import {
  auditActions,
  codeOf,
  createSessions,
  deviceOf,
  password,
  type Place,
} from '../testing/sessions-under-test.ts';
import { sweepSessions } from './sweep-sessions.ts';

const identity = duringTests(createSessions);
const here: Place = { address: '10.0.0.1' };
const elsewhere: Place = { address: '10.0.0.2' };
let colleague: SignedIn;

beforeAll(async () => {
  colleague = await identity.account({ username: 'colleague', at: 'branch-a1', member: true, password });
});
beforeEach(async () => {
  await identity.owner`delete from sign_in_guards`;
  await identity.owner`delete from known_devices`;
});

const fail = async (times: number, from: Place): Promise<void> => {
  for (let n = 0; n < times; n += 1)
    expect((await identity.signIn('secretary', 'wrong', from)).status).toBe(401);
};
const knownDevice = async (username = 'secretary'): Promise<string> =>
  deviceOf(await identity.signIn(username, password, here))[0];
const devicesOf = async ({ id }: SignedIn): Promise<number> =>
  (await identity.owner`select from known_devices where account_id = ${id}`).length;

describe('a stranger', () => {
  test('at another address locks nobody but the own address', async () => {
    await fail(10, elsewhere);
    expect(await codeOf(identity.signIn('secretary', password, elsewhere))).toBe('session.account-locked');
    expect((await identity.signIn('secretary', password, here)).status).toBe(201);
  });

  test('has one address with the whole of an IPv6 /64', async () => {
    for (let n = 0; n < 10; n += 1) await fail(1, { address: `2001:db8:0:7::${n}` });
    expect(await codeOf(identity.signIn('secretary', password, { address: '2001:db8:0:7::ffff' }))).toBe(
      'session.account-locked',
    );
    expect((await identity.signIn('secretary', password, { address: '2001:db8:0:8::1' })).status).toBe(201);
  });

  test('is told how long to wait, twice as long after each failure', async () => {
    await fail(5, here);
    const waits: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const refused = await identity.signIn('secretary', password, here);
      expect(refused.status).toBe(401);
      waits.push(refused.headers.get('retry-after') ?? '');
      expect(await refused.json()).toMatchObject({ code: 'session.sign-in-delayed' });
    }
    expect(waits).toEqual(['2', '4', '8', '16']);
    identity.wait(17 / 60);
    expect((await identity.signIn('secretary', password, here)).status).toBe(201);
  });

  test('at many addresses together with others waits, and a known device never', async () => {
    const device = await knownDevice();
    await identity.facts();
    for (let n = 0; n < 25; n += 1) await fail(4, { address: `10.0.1.${n}` });
    const stranger = await identity.signIn('secretary', password, { address: '10.0.2.1' });
    expect([stranger.status, await codeOf(stranger)]).toEqual([401, 'session.sign-in-delayed']);
    expect(await auditActions(identity)).toContain('identity.account.lock too-many-strangers');
    expect((await identity.signIn('secretary', password, { address: '10.0.1.1', device })).status).toBe(201);
    identity.wait(0.1);
    await sweepSessions(identity.kit);
    expect(await auditActions(identity)).toContain('identity.account.unlock time-passed');
    expect((await identity.signIn('secretary', password, { address: '10.0.2.1' })).status).toBe(201);
  });

  test('who happens to be back after the lock finds that the trail knows of its end', async () => {
    await fail(10, here);
    identity.wait(15.1);
    await identity.facts();
    await fail(1, here);
    expect(await auditActions(identity)).toEqual([
      'identity.account.unlock time-passed',
      'identity.session.refuse wrong-password',
    ]);
  });
});

describe('a device that is known', () => {
  test('is given a token of which only the hash is stored, and keeps it', async () => {
    const first = await identity.signIn('secretary', password, here);
    const [device, maxAge] = deviceOf(first);
    expect(device).toMatch(/^[\w-]{43}$/);
    expect(maxAge).toBe(180 * 86_400);
    const [row] = await identity.owner<{ found: boolean }[]>`
      select hash = sha256(${device}::bytea) as found from known_devices where account_id = ${identity.secretary.id}`;
    expect(row?.found).toBe(true);
    expect(deviceOf(await identity.signIn('secretary', password, { device }))[0]).toBe(device);
    for (const broken of ['short', `${device}x`, `${device.slice(1)};`])
      expect(deviceOf(await identity.signIn('secretary', password, { device: broken }))[0]).not.toBe(broken);
  });

  test('signs in where everybody else is locked', async () => {
    const device = await knownDevice();
    await fail(10, here);
    expect((await identity.signIn('secretary', password, here)).status).toBe(401);
    expect((await identity.signIn('secretary', password, { ...here, device })).status).toBe(201);
  });

  test('is locked by its own failures, and the address it stands at is not', async () => {
    const device = await knownDevice();
    await fail(10, { ...here, device });
    expect(await codeOf(identity.signIn('secretary', password, { ...here, device }))).toBe(
      'session.account-locked',
    );
    expect((await identity.signIn('secretary', password, here)).status).toBe(201);
  });

  test('is a stranger to every account but those that were signed in to with it', async () => {
    const device = await knownDevice('colleague');
    await fail(10, { ...here, device });
    expect(await codeOf(identity.signIn('secretary', password, { ...here, device }))).toBe(
      'session.account-locked',
    );
    await identity.signIn('secretary', password, { ...elsewhere, device });
    expect((await identity.signIn('secretary', password, { ...here, device })).status).toBe(201);
    expect((await identity.signIn('colleague', password, { ...here, device })).status).toBe(201);
    expect([await devicesOf(identity.secretary), await devicesOf(colleague)]).toEqual([1, 1]);
  });

  test('is forgotten as the longest unused of more than ten', async () => {
    const device = await knownDevice();
    for (let n = 0; n < 9; n += 1) await identity.signIn('secretary', password, here);
    identity.wait(1);
    await identity.signIn('secretary', password, { device });
    await identity.signIn('secretary', password, here);
    expect(await devicesOf(identity.secretary)).toBe(10);
    await fail(10, here);
    expect((await identity.signIn('secretary', password, { ...here, device })).status).toBe(201);
  });

  test('is forgotten after 180 days unused', async () => {
    await knownDevice();
    identity.wait(179 * 1_440);
    await sweepSessions(identity.kit);
    expect(await devicesOf(identity.secretary)).toBe(1);
    identity.wait(1_441);
    await sweepSessions(identity.kit);
    expect(await devicesOf(identity.secretary)).toBe(0);
  });

  test('is forgotten when the password changes, is set anew, or the account is disabled', async () => {
    const who = await identity.account({ username: 'forgetful', at: 'branch-a1', member: true, password });
    const system = await identity.administrator('system', 'system-admin');
    const account = `/api/identity/accounts/${who.id}`;
    await knownDevice('forgetful');
    await who.post('/api/identity/me/password', { current: password, next: 'Snow-in-Karamay8' });
    expect(await devicesOf(who)).toBe(0);

    await identity.signIn('forgetful', 'Snow-in-Karamay8');
    const invited = (await (await system.post(`${account}/invitations`)).json()) as { path: string };
    const token = invited.path.split('#')[1];
    await identity.anonymous('POST', '/api/identity/invitations', {
      body: { token, password: 'Ice-in-Urho9' },
    });
    expect(await devicesOf(who)).toBe(0);

    await identity.signIn('forgetful', 'Ice-in-Urho9');
    expect(await devicesOf(who)).toBe(1);
    await system.post(`${account}/disable`);
    expect(await devicesOf(who)).toBe(0);
  });
});
