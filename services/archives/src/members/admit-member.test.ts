import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, idNumber, path, problem } from '../testing/archives-under-test.ts';
import type { MemberView } from './member-views.ts';

const archives = duringTests(createArchives);

describe('admitting', () => {
  test('puts a person on record with change, audit row and fact', async () => {
    const officer = await archives.officer('branch-a1');
    await archives.facts();
    const number = idNumber('1994-05-12', 112);
    const body = {
      name: '欧阳娜娜',
      organizationId: archives.node('branch-a1').id,
      stage: 'probationary',
      joinedOn: '2025-11-25',
      idNumber: number,
    };
    const response = await officer.post(path, body);
    expect(response.status).toBe(201);
    const view = (await response.json()) as MemberView;
    expect(response.headers.get('location')).toBe(at(view));
    expect(response.headers.get('etag')).toBe('"1"');
    expect(view).toMatchObject({
      name: '欧阳娜娜',
      organizationName: 'branch-a1',
      sex: 'female',
      bornOn: '1994-05-12',
      idNumber: `6502****${number.slice(-4)}`,
      stage: 'probationary',
      state: 'active',
      nextStage: 'full',
      introducers: [],
      version: 1,
      abilities: ['update', 'advance', 'change-state', 'reduce', 'unmask'],
    });
    const facts = await archives.facts();
    expect(facts.map(({ type }) => type)).toEqual(['archives.member.admitted', 'archives.audit.recorded']);
    expect(JSON.stringify(facts)).not.toContain(number);
    const [row] = await archives.owner`select * from members where id = ${view.id}`;
    expect(JSON.stringify(row)).not.toContain(number);
    expect(row).toMatchObject({ given_name: '娜娜', initials: 'oynn' });
  });

  test('a repeated request with its Idempotency-Key admits once', async () => {
    const officer = await archives.officer('branch-a1');
    const body = { name: '只有一个', organizationId: archives.node('branch-a1').id };
    const key = { 'idempotency-key': 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => officer.post(path, body, key)));
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as MemberView).id));
    expect(new Set(ids).size).toBe(1);
    const [row] = await archives.owner`select count(*)::int as count from members where name = '只有一个'`;
    expect(row).toEqual({ count: 1 });
    expect((await officer.post(path, { ...body, name: '另一个' }, key)).status).toBe(409);
  });

  test('a branch out of scope is as unknown as one that does not exist', async () => {
    const officer = await archives.officer('unit-a');
    for (const organizationId of [archives.node('branch-b1').id, '019a0000-0000-7000-8000-00000000ffff']) {
      expect((await officer.post(path, { name: '张三', organizationId })).status).toBe(404);
      expect((await officer.post(path, { nosuch: 1, organizationId })).status).toBe(404);
    }
  });

  test.each([
    [{ organizationId: 'unit-a' }, 'organizationId organization.not-a-home'],
    [{ name: undefined }, 'name invalid_type'],
    [{ stage: 'none' }, 'stage invalid_value'],
    [{ stage: 'applicant', joinedOn: '2020-01-01' }, 'joinedOn date.stage-not-reached'],
    [{ nosuch: 1 }, 'nosuch unrecognized_keys'],
  ])('%j is refused', async (rest, error) => {
    const officer = await archives.officer('group');
    const at = (rest as { organizationId?: string }).organizationId ?? 'branch-a1';
    const response = await officer.post(path, {
      name: '张三',
      ...rest,
      organizationId: archives.node(at).id,
    });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });
});
