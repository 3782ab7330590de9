import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, idNumber, match, problem } from '../testing/archives-under-test.ts';

const archives = duringTests(createArchives);

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
