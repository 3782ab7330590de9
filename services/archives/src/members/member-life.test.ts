import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, idNumber, match, path, problem } from '../testing/archives-under-test.ts';
import type { HistoryItem, MemberView } from './member-views.ts';

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

describe('stages and states', () => {
  const step = { stage: 'full', on: '2026-11-20' };

  test('a probationary member becomes a full one, once', async () => {
    const member = await archives.admit('branch-a1', { stage: 'probationary', joinedOn: '2025-11-20' });
    const officer = await archives.officer('branch-a1');
    await archives.facts();
    const response = await officer.post(at(member, '/advance'), step, match(1));
    expect(await response.json()).toMatchObject({
      stage: 'full',
      fullOn: '2026-11-20',
      nextStage: null,
      version: 2,
    });
    expect((await archives.facts())[0]).toMatchObject({
      type: 'archives.member.status-changed',
      data: {
        from: { stage: 'probationary', state: 'active' },
        to: { stage: 'full', state: 'active' },
        on: '2026-11-20',
      },
    });
    expect((await officer.post(at(member, '/advance'), step, match(1))).status).toBe(412);
    const again = await officer.post(at(member, '/advance'), step, match(2));
    expect([again.status, (await problem(again)).code]).toEqual([409, 'archives.stage-not-next']);
  });

  test('a stage cannot be skipped, nor dated before the one before', async () => {
    const member = await archives.admit('branch-a1', { stage: 'candidate', candidateOn: '2026-01-01' });
    const officer = await archives.officer('branch-a1');
    expect((await officer.post(at(member, '/advance'), step, match(1))).status).toBe(409);
    const early = { stage: 'probationary', on: '2025-12-31' };
    const response = await officer.post(at(member, '/advance'), early, match(1));
    expect((await problem(response)).errors).toMatchObject([{ field: 'joinedOn', code: 'date.order' }]);
  });

  test('contact is lost and found again', async () => {
    const member = await archives.admit('branch-a1');
    const officer = await archives.officer('branch-a1');
    const lost = await officer.post(
      at(member, '/state'),
      { state: 'out-of-contact', on: '2026-05-01' },
      match(1),
    );
    expect(await lost.json()).toMatchObject({
      state: 'out-of-contact',
      lostContactOn: '2026-05-01',
      nextStage: null,
    });
    const found = await officer.post(at(member, '/state'), { state: 'active', on: '2026-11-01' }, match(2));
    expect(await found.json()).toMatchObject({ state: 'active', lostContactOn: null, stateOn: '2026-11-01' });
  });

  test('leaving says how and why', async () => {
    const member = await archives.admit('branch-a1');
    const officer = await archives.officer('branch-a1');
    const leave = async (rest: object) => {
      const response = await officer.post(
        at(member, '/state'),
        { state: 'left', on: '2026-11-01', ...rest },
        match(1),
      );
      return [response.status, (await problem(response)).errors?.[0]?.field];
    };
    expect(await leave({ reason: '本人要求' })).toEqual([400, 'leftKind']);
    expect(await leave({ leftKind: 'resigned' })).toEqual([400, 'reason']);
    expect(await leave({ leftKind: 'application-withdrawn', reason: '本人要求' })).toEqual([400, 'leftKind']);
    expect(await leave({ leftKind: 'resigned', reason: '本人要求' })).toEqual([200, undefined]);
  });

  test('an applicant cannot be suspended, and the dead stay dead', async () => {
    const applicant = await archives.admit('branch-a1', { stage: 'applicant' });
    const officer = await archives.officer('branch-a1');
    const suspended = { state: 'suspended', on: '2026-11-01', reason: '出国' };
    const response = await officer.post(at(applicant, '/state'), suspended, match(1));
    expect([response.status, (await problem(response)).code]).toEqual([409, 'archives.state-not-open']);
    await officer.post(at(applicant, '/state'), { state: 'deceased', on: '2026-11-01' }, match(1));
    expect(
      (await officer.post(at(applicant, '/state'), { state: 'active', on: '2026-11-02' }, match(2))).status,
    ).toBe(409);
  });

  test('taking somebody off the roll needs the permission to reduce', async () => {
    const member = await archives.admit('branch-a1');
    const permissions = ['archives.member.read', 'archives.member.update'];
    const clerk = await archives.actor([{ permissions, mode: 'node', nodes: ['branch-a1'] }]);
    expect(await (await clerk.get(at(member))).json()).toMatchObject({
      abilities: ['update', 'change-state'],
      nextStates: ['suspended', 'out-of-contact'],
    });
    expect(
      (await clerk.post(at(member, '/state'), { state: 'deceased', on: '2026-11-01' }, match(1))).status,
    ).toBe(403);
  });

  test('a number that has left the roll may be admitted anew, and then not come back', async () => {
    const number = idNumber('1970-01-01', 7);
    const gone = await archives.admit('branch-a1', { idNumber: number });
    const officer = await archives.officer('group');
    await officer.post(at(gone, '/state'), { state: 'transferred-out', on: '2026-11-01' }, match(1));
    await archives.admit('branch-b1', { idNumber: number });
    const back = await officer.post(at(gone, '/state'), { state: 'active', on: '2026-11-02' }, match(2));
    expect([back.status, (await problem(back)).code]).toEqual([409, 'archives.id-number-taken']);
  });
});

describe('sensitive fields', () => {
  test('are unmasked with a reason, and the audit trail has it', async () => {
    const number = idNumber('1971-01-01', 9);
    const member = await archives.admit('branch-a1', { idNumber: number, phone: '13800138000' });
    const officer = await archives.officer('branch-a1');
    await archives.facts();
    const asking = { fields: ['idNumber', 'phone', 'address'], reason: '核对档案' };
    const response = await officer.post(at(member, '/unmask'), asking);
    expect(await response.json()).toEqual({ idNumber: number, phone: '13800138000', address: null });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await archives.facts()).toMatchObject([
      {
        type: 'archives.audit.recorded',
        data: {
          action: 'archives.member.unmask',
          subjectId: member.id,
          fields: asking.fields,
          reason: '核对档案',
        },
      },
    ]);
    expect((await officer.post(at(member, '/unmask'), { fields: ['phone'] })).status).toBe(400);
    expect((await officer.post(at(member, '/unmask'), { fields: ['name'], reason: 'x' })).status).toBe(400);
  });

  test('stay masked for whoever lacks the permission or the scope', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const reader = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    const asking = { fields: ['phone'], reason: '看看' };
    expect((await reader.post(at(member, '/unmask'), asking)).status).toBe(403);
    expect((await (await archives.officer('unit-b')).post(at(member, '/unmask'), asking)).status).toBe(404);
  });
});

describe('history', () => {
  test('tells who changed which field from what to what, with sensitive values masked', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000', post: '采油工' });
    const author = await archives.actor(
      [
        {
          permissions: ['archives.member.read', 'archives.member.update'],
          mode: 'node',
          nodes: ['branch-a1'],
        },
      ],
      member.id,
    );
    await author.patch(at(member), { phone: '13912345678', post: null }, match(1));
    const response = await author.get(at(member, '/history'));
    const { items, total } = (await response.json()) as { items: HistoryItem[]; total: number };
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      action: 'archives.member.update',
      version: 2,
      actor: { id: author.accountId, name: '李文博' },
      fields: [
        { field: 'post', from: '采油工', to: null },
        { field: 'phone', from: '138****8000', to: '139****5678' },
      ],
    });
    expect(items[1]).toMatchObject({ action: 'archives.member.admit', version: 1 });
    expect((await (await archives.officer('unit-b')).get(at(member, '/history'))).status).toBe(404);
  });
});
