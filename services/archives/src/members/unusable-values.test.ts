import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, expect, test } from 'vitest';
import { at, createArchives, path, problem } from '../testing/archives-under-test.ts';

const archives = duringTests(createArchives);
let officer: TestActor;
beforeAll(async () => {
  officer = await archives.officer('group');
});

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

test.each([
  ['a day before the first year', () => `${path}?bornFrom=0000-01-01`],
  ['a place in the list on no day', () => `${path}?after=${cursor('-joinedOn', '2026-99-99', noId)}`],
  [
    'a place in the list at no id',
    () => `${path}?after=${cursor('-joinedOn', '2026-01-01', '-'.repeat(36))}`,
  ],
  ['a name that cannot be kept', () => `${path}?q=%00`],
])('%s is refused', async (_, url) => {
  const answer = await officer.get(url());
  expect([answer.status, (await problem(answer)).status]).toEqual([400, 400]);
});
const noId = '00000000-0000-0000-0000-000000000000';

test('a birth before the first year is refused, and a version that no record can have', async () => {
  const member = await archives.admit('branch-a1');
  const born = (bornOn: string, version: string) =>
    officer.patch(at(member), { bornOn }, { 'if-match': `"${version}"` });
  expect((await born('0000-01-01', '1')).status).toBe(400);
  expect((await born('1980-01-01', '9'.repeat(20))).status).toBe(400);
  expect((await born('1980-01-01', '1')).status).toBe(200);
});
