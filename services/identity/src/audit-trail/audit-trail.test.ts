import { duringTests } from '@banyan/test-kit/during-tests';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { type SignedIn, startIdentity } from '../testing/identity-under-test.ts';
import type { TrailEntry } from './contract.ts';

const identity = duringTests(() =>
  startIdentity({ group: { 'unit-a': { 'branch-a': {} }, 'unit-b': { 'branch-b': {} } } }),
);
let auditor: SignedIn;
let unitAuditor: SignedIn;
let secretary: SignedIn;

beforeAll(async () => {
  auditor = await identity.administrator('auditor', 'audit-admin');
  unitAuditor = await identity.administrator('unit-auditor', 'audit-admin', 'unit-a');
  secretary = await identity.account({
    username: 'secretary',
    at: 'branch-a',
    member: true,
    holds: [{ role: 'branch-secretary', nodes: ['branch-a'] }],
  });
});

const archived = (at: string, action: string, organization: string | null, minute: number) => ({
  id: uuidv7(),
  type: 'archives.audit.recorded',
  subject: uuidv7(),
  data: {
    id: uuidv7(),
    at: `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000Z`,
    accountId: secretary.id,
    action,
    entity: 'member',
    subjectId: secretary.personId,
    organizationId: organization === null ? null : identity.node(organization).id,
    fields: [at],
    version: 1,
    reason: null,
    requestId: null,
  },
});
const entries = async (by: SignedIn, query = ''): Promise<{ items: TrailEntry[]; total: number }> =>
  (await (await by.get(`/api/identity/audit-entries${query}`)).json()) as {
    items: TrailEntry[];
    total: number;
  };

test('rows of every domain arrive once, with names, the newest first', async () => {
  const facts = [
    archived('phone', 'archives.member.update', 'branch-a', 1),
    archived('idNumber', 'archives.member.read-sensitive', 'branch-b', 2),
    archived('run', 'archives.import.commit', null, 3),
  ];
  await identity.deliver([...facts, ...facts]);
  const { items, total } = await entries(auditor, '?domain=archives');
  expect(total).toBe(3);
  expect(items.map(({ action }) => action)).toEqual([
    'archives.import.commit',
    'archives.member.read-sensitive',
    'archives.member.update',
  ]);
  expect(items[2]).toMatchObject({
    account: { id: secretary.id, name: 'secretary' },
    subject: { id: secretary.personId, name: 'secretary' },
    organization: { name: 'branch-a' },
    fields: ['phone'],
  });
});

test("identity's own rows reach the trail like everybody's", async () => {
  await identity.anonymous('POST', '/api/identity/sessions', {
    body: { username: 'secretary', password: 'no' },
  });
  await identity.deliver();
  const { items } = await entries(auditor, '?action=identity.session.');
  expect(items[0]).toMatchObject({
    action: 'identity.session.refuse',
    reason: 'wrong-password',
    account: null,
  });
});

test.each([
  ['?organizationId=branch-a', ['archives.member.update']],
  ['?node=unit-b', ['archives.member.read-sensitive']],
  ['?action=archives.member.', ['archives.member.read-sensitive', 'archives.member.update']],
  [
    '?domain=archives&from=2026-11-20T09:02:00Z',
    ['archives.import.commit', 'archives.member.read-sensitive'],
  ],
  ['?to=2026-11-20T09:02:00Z', ['archives.member.update']],
])('%s shows %o', async (query, expected) => {
  const named = query.replace(/=(branch|unit)-\w/, (found) => `=${identity.node(found.slice(1)).id}`);
  const { items, total } = await entries(auditor, named);
  const shown = items.filter(({ domain }) => domain === 'archives').map(({ action }) => action);
  expect([shown, total]).toEqual([expected, items.length]);
});

test('the scope of an auditor is the scope of the trail', async () => {
  const { items, total } = await entries(unitAuditor);
  expect([...new Set(items.map(({ organization }) => organization?.name))]).toEqual(['branch-a']);
  expect(total).toBe(items.length);
});

test('nobody but an auditor reads it', async () => {
  expect((await secretary.get('/api/identity/audit-entries')).status).toBe(403);
});

test('what is written stays as it is, for the owner of the table too', async () => {
  await expect(identity.owner`update audit_trail set reason = 'x'`).rejects.toThrow('only added to');
  await expect(identity.owner`delete from audit_trail`).rejects.toThrow('only added to');
  await expect(identity.owner`truncate audit_trail`).rejects.toThrow('only added to');
});
