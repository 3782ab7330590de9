import { join } from 'node:path';
import { kitMigrations } from '@banyan/service-kit/migrate';
import { createTestDatabase, type TestDatabase, testServerUrl } from '@banyan/test-kit/database';
import { patience } from '@banyan/test-kit/patience';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gatewayMigrations } from '../gateway.ts';
import type { Answer } from '../testing/call.ts';
import { type GatewayUnderTest, startGatewayUnderTest, writeFiles } from '../testing/gateway-under-test.ts';
import { publishRemotes } from './publish-remotes.ts';

let database: TestDatabase;
let gateway: GatewayUnderTest;
let remotesDir: string;

beforeAll(async () => {
  database = await createTestDatabase('gateway', [kitMigrations, gatewayMigrations]);
  gateway = await startGatewayUnderTest(
    { DATABASE_URL: database.url },
    { 'shell/index.html': '<body><!--registry-->' },
  );
  remotesDir = join(gateway.folder, 'remotes');
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

async function build(version: string): Promise<void> {
  const hash = `sha384-${Buffer.from(version).toString('base64')}`;
  await writeFiles(join(remotesDir, 'archives', version), {
    'mf-manifest.json': '{}',
    'integrity.json': JSON.stringify({ 'mf-manifest.json': hash }),
  });
}

function publish(version: string) {
  return publishRemotes({ databaseUrl: database.url, remotesDir, versions: { archives: version } });
}

async function served(): Promise<Record<string, unknown>[]> {
  return (await gateway.call('GET', '/registry.json')).json()['remotes'] as Record<string, unknown>[];
}

async function untilServed(version: string): Promise<void> {
  await vi.waitFor(async () => expect((await served())[0]?.['version']).toBe(version), patience);
}

function operate(change: Record<string, unknown>, secret = 'test'): Promise<Answer> {
  return gateway.call('POST', '/internal/registry', {
    headers: { 'x-service-secret': secret },
    body: JSON.stringify({ name: 'archives', by: 'operator', ...change }),
  });
}

describe.skipIf(!process.env['TEST_DATABASE_URL'])('the registry of remotes', () => {
  it('serves what was published, in the page too, without a restart', async () => {
    expect(await served()).toEqual([]);
    await build('1.0.0');
    expect(await publish('1.0.0')).toHaveLength(1);
    await untilServed('1.0.0');
    expect(await served()).toEqual([
      {
        name: 'archives',
        version: '1.0.0',
        entry: '/remotes/archives/1.0.0/mf-manifest.json',
        integrity: { 'mf-manifest.json': 'sha384-MS4wLjA=' },
      },
    ]);
    const { text } = await gateway.call('GET', '/', { headers: gateway.signIn('wang') });
    expect(text).toContain('"entry":"/remotes/archives/1.0.0/mf-manifest.json"');
  });

  it('keeps a rollback when the same build is published again, as every start does', async () => {
    await build('1.1.0');
    await publish('1.1.0');
    await untilServed('1.1.0');
    const rolledBack = await operate({ action: 'choose', version: '1.0.0', reason: 'the list stays empty' });
    expect(rolledBack.status).toBe(200);
    await untilServed('1.0.0');
    expect(await publish('1.1.0')).toHaveLength(0);
    await build('1.2.0');
    await publish('1.2.0');
    await untilServed('1.2.0');
  });

  it('makes a build current that was current long before', async () => {
    await publish('1.0.0');
    await untilServed('1.0.0');
  });

  it('stays at a pinned version while newer ones are published, and follows again without the pin', async () => {
    await operate({ action: 'pin' });
    await build('1.3.0');
    await publish('1.3.0');
    const { items } = (
      await gateway.call('GET', '/internal/registry', { headers: { 'x-service-secret': 'test' } })
    ).json() as {
      items: Record<string, unknown>[];
    };
    expect(items).toHaveLength(4);
    expect(items.find(({ state }) => state === 'current')).toMatchObject({ version: '1.0.0', pinned: true });
    expect((await served())[0]).toMatchObject({ version: '1.0.0' });
    await operate({ action: 'unpin' });
    await untilServed('1.3.0');
  });

  it('records who changed what and why, and hands it to the audit trail', async () => {
    const rows = await database.owner`select action, reason from audit_entries order by id`;
    expect(rows.map(({ action }) => action)).toContain('gateway.remote.publish');
    expect(rows.find(({ action }) => action === 'gateway.remote.choose')?.['reason']).toBe(
      'archives 1.1.0 → 1.0.0, by operator: the list stays empty',
    );
    const [facts] =
      await database.owner`select count(*)::int as count from outbox where subject = 'banyan.gateway.audit.recorded'`;
    expect(facts?.['count']).toBe(rows.length);
  });

  it('is open to operators only, and knows no version that was not published', async () => {
    expect((await operate({ action: 'unpin' }, 'guessed')).json()).toMatchObject({
      status: 404,
      code: 'record.not-found',
    });
    expect((await gateway.call('GET', '/internal/registry')).status).toBe(404);
    expect((await gateway.call('GET', '/metrics')).status).toBe(404);
    expect((await operate({ action: 'choose', version: '9.9.9' })).json()).toMatchObject({
      status: 404,
      code: 'gateway.unknown-remote',
    });
    expect((await operate({ action: 'choose' })).json()).toMatchObject({
      status: 400,
      errors: [{ field: 'version' }],
    });
  });

  it('is kept while PostgreSQL is away', async () => {
    const admin = postgres(testServerUrl(), { max: 1 });
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'banyan-gateway' and datname = ${new URL(database.url).pathname.slice(1)}`;
    await admin.end();
    expect((await served())[0]).toMatchObject({ version: '1.3.0' });
    await publish('1.2.0');
    await vi.waitFor(async () => expect((await served())[0]?.['version']).toBe('1.2.0'), patience);
  });
});
