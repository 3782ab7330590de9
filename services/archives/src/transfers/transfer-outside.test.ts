import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, idNumber, match, problem } from '../testing/archives-under-test.ts';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';
import type { MemberView } from '../members/member-views.ts';

const archives = duringTests(createTransfers);

const elsewhere = { name: '中共某市某区委组织部', address: '某市某路 1 号' };

async function leave(values: Record<string, unknown> = {}) {
  const member = await archives.admit('branch-a1', values);
  const officer = await archives.approver('group');
  const body = { memberId: member.id, toOutside: elsewhere, reason: '离职', duesPaidThrough: '2026-11' };
  return transferOf(officer.post(transfers, body), 201);
}

describe('out of the enterprise', () => {
  test('the person is on the roll until the receipt is back', async () => {
    const transfer = await leave();
    expect(transfer).toMatchObject({
      kind: 'out',
      direction: 'out',
      to: { organizationId: null, ...elsewhere },
      abilities: ['approve', 'reject', 'cancel', 'open-member'],
    });
    await archives.act(transfer, 'approve');
    const officer = await archives.officer('group');
    const person = async () => bodyOf<MemberView>(officer.get(at({ id: transfer.memberId })));
    expect(await person()).toMatchObject({ state: 'active', version: 1 });
    await archives.facts();
    const closed = await archives.act(transfer, 'receipt', { receivedOn: '2026-11-23' });
    expect(closed).toMatchObject({ state: 'closed', receivedOn: '2026-11-23', closedOn: '2026-11-23' });
    expect(await person()).toMatchObject({ state: 'transferred-out', stateOn: '2026-11-23', version: 2 });
    const facts = (await archives.facts()).filter(({ type }) => type !== 'archives.audit.recorded');
    expect(facts).toMatchObject([
      { type: 'archives.member.transferred', data: { to: null, duesPaidThrough: '2026-11' } },
      { type: 'archives.member.status-changed', data: { to: { state: 'transferred-out' } } },
    ]);
  });

  test('a receipt may come after the letter has ended, and tells no day before the letter or to come', async () => {
    const transfer = await leave();
    await archives.act(transfer, 'approve');
    await archives.owner`update transfers set issued_on = '2026-10-01', expires_on = '2026-11-01' where id = ${transfer.id}`;
    const officer = await archives.approver('group');
    for (const receivedOn of ['2026-11-24', '2026-09-30'])
      expect((await officer.post(`${transfers}/${transfer.id}/receipt`, { receivedOn })).status).toBe(400);
    expect(await archives.act(transfer, 'receipt', { receivedOn: '2026-10-20' })).toMatchObject({
      state: 'closed',
    });
  });

  test('nobody receives for the world outside', async () => {
    const transfer = await leave();
    await archives.act(transfer, 'approve');
    const officer = await archives.approver('group');
    expect((await officer.post(`${transfers}/${transfer.id}/receive`)).status).toBe(404);
  });
});

describe('into the enterprise', () => {
  const number = idNumber('1990-03-04', 15);
  const letter = {
    ...elsewhere,
    letterNumber: '〔2026〕第 88 号',
    issuedOn: '2026-11-10',
    expiresOn: '2026-12-10',
  };
  const arrival = (branch: string, person: Record<string, unknown> = {}) => ({
    toOrganizationId: archives.node(branch).id,
    fromOutside: letter,
    person: { name: '王新来', stage: 'full', joinedOn: '2015-07-01', fullOn: '2016-07-01', ...person },
    reason: '调入',
    duesPaidThrough: '2026-10',
  });

  test('to a branch that ends meanwhile is refused as to one that had ended', async () => {
    const officer = await archives.approver('group');
    const { id } = archives.node('branch-a3');
    const within = { memberId: (await archives.admit('branch-a1')).id, toOrganizationId: id, reason: '调动' };
    // The process has not heard of it yet.
    await archives.owner`update organizations set status = 'merged' where id = ${id}`;
    try {
      for (const application of [within, arrival('branch-a3')])
        expect(await problem(await officer.post(transfers, application))).toMatchObject({
          status: 400,
          errors: [{ field: 'toOrganizationId', code: 'organization.ended' }],
        });
    } finally {
      await archives.owner`update organizations set status = 'active' where id = ${id}`;
    }
  });

  test('a secretary puts down the letter, and the record begins when the person is received', async () => {
    const secretary = await archives.secretary('branch-a1');
    const body = arrival('branch-a1', { idNumber: number, phone: '13812345678' });
    await archives.facts();
    const transfer = await transferOf(secretary.post(transfers, body), 201);
    expect(transfer).toMatchObject({
      kind: 'in',
      direction: 'in',
      state: 'issued',
      from: { organizationId: null, ...elsewhere },
      person: { name: '王新来', idNumber: `6502****${number.slice(-4)}` },
      letter: { number: letter.letterNumber, expiresOn: '2026-12-10' },
      abilities: ['reject', 'receive', 'cancel'],
    });
    const [row] = await archives.owner`select * from transfers where id = ${transfer.id}`;
    expect(JSON.stringify(row)).not.toContain(number);
    expect(JSON.stringify(row)).not.toContain('13812345678');
    expect((await secretary.get(at({ id: transfer.memberId }))).status).toBe(404);
    await archives.facts();

    const received = await transferOf(secretary.post(`${transfers}/${transfer.id}/receive`));
    expect(received).toMatchObject({ state: 'received', abilities: ['receipt', 'open-member'] });
    const member = await bodyOf<MemberView>(secretary.get(at({ id: transfer.memberId })));
    expect(member).toMatchObject({
      name: '王新来',
      organizationName: 'branch-a1',
      stage: 'full',
      state: 'active',
      sex: 'male',
      bornOn: '1990-03-04',
      phone: '138****5678',
      joinedOn: '2015-07-01',
      version: 1,
    });
    const facts = await archives.facts();
    expect(facts.map(({ type }) => type).filter((type) => type !== 'archives.audit.recorded')).toEqual([
      'archives.member.admitted',
      'archives.member.transferred',
    ]);
    const [kept] = await archives.owner`select arriving from transfers where id = ${transfer.id}`;
    expect(kept).toEqual({ arriving: null });
  });

  test('whoever left before takes up the old record, with its history', async () => {
    const own = idNumber('1988-08-08', 33);
    const left = await leave({ idNumber: own, school: '石油学院' });
    await archives.act(left, 'approve');
    await archives.act(left, 'receipt');
    const officer = await archives.approver('group');
    const back = await transferOf(
      officer.post(transfers, arrival('branch-b1', { idNumber: own, education: 'master' })),
      201,
    );
    expect(back.memberId).toBe(left.memberId);
    await archives.act(back, 'receive');
    const secretary = await archives.secretary('branch-b1');
    expect(await bodyOf<MemberView>(secretary.get(at({ id: left.memberId })))).toMatchObject({
      name: '王新来',
      organizationName: 'branch-b1',
      state: 'active',
      education: 'master',
      school: '石油学院',
      version: 3,
    });
  });

  test('whose membership had ended comes back by an officer alone, and a secretary learns no more than of any other record', async () => {
    const own = idNumber('1979-09-09', 47);
    const member = await archives.admit('branch-a1', { idNumber: own });
    const officer = await archives.approver('group');
    const ended = { state: 'left', on: '2026-11-20', leftKind: 'resigned', reason: '本人要求' };
    expect((await officer.post(at(member, '/state'), ended, match(1))).status).toBe(200);
    const body = arrival('branch-b1', { idNumber: own });
    const secretary = await archives.secretary('branch-b1');
    const answers = [body, arrival('branch-b1', { idNumber: number })].map((each) =>
      secretary.post(transfers, each),
    );
    const [refused, onRoll] = await Promise.all((await Promise.all(answers)).map(problem));
    expect(refused).toEqual({ ...onRoll, requestId: expect.any(String) });
    expect(refused?.code).toBe('archives.id-number-taken');
    const back = await transferOf(officer.post(transfers, body), 201);
    expect(back.memberId).toBe(member.id);
  });

  test('whoever is on the roll is transferred, not taken in from outside, and nobody comes twice', async () => {
    const officer = await archives.approver('group');
    const taken = await officer.post(transfers, arrival('branch-b1', { idNumber: number }));
    expect([taken.status, (await problem(taken)).code]).toEqual([409, 'archives.id-number-taken']);
    const other = arrival('branch-b1', { idNumber: idNumber('1991-01-01', 21) });
    const answers = await Promise.all([officer.post(transfers, other), officer.post(transfers, other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('a number that is taken meanwhile refuses the reception', async () => {
    const own = idNumber('1992-02-02', 43);
    const officer = await archives.approver('group');
    const coming = await transferOf(officer.post(transfers, arrival('branch-b1', { idNumber: own })), 201);
    await archives.admit('branch-a2', { idNumber: own });
    const late = await officer.post(`${transfers}/${coming.id}/receive`);
    expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.id-number-taken']);
    expect(await archives.act(coming, 'cancel')).toMatchObject({ state: 'cancelled' });
  });

  test.each([
    [{ fromOutside: { ...letter, expiresOn: '2026-11-22' } }, 'fromOutside.expiresOn date.past'],
    [{ fromOutside: { ...letter, issuedOn: '2026-11-24' } }, 'fromOutside.issuedOn date.future'],
    [{ person: undefined }, 'person required'],
    [{ person: { name: '王', stage: 'full', idNumber: '123' } }, 'person.idNumber id-number.form'],
    [
      { person: { name: '王', stage: 'applicant', joinedOn: '2020-01-01' } },
      'person.joinedOn date.stage-not-reached',
    ],
    [{ memberId: '019a0000-0000-7000-8000-00000000ffff' }, 'memberId superfluous'],
  ])('%j is refused', async (rest, error) => {
    const officer = await archives.approver('group');
    const response = await officer.post(transfers, { ...arrival('branch-b1'), ...rest });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });

  test('into a branch out of scope nobody is taken', async () => {
    const secretary = await archives.secretary('branch-a1');
    expect((await secretary.post(transfers, arrival('branch-b1'))).status).toBe(404);
  });
});
