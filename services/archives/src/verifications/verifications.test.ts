import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, createArchives, everything, match, problem } from '../testing/archives-under-test.ts';
import { drawRoster, plantRoster } from '../testing/roster.ts';
import type { MemberView } from '../members/member-views.ts';
import { foldTallies } from './fold-tallies.ts';
import { markOverdue } from './mark-overdue.ts';
import type { AskedPersonView, BranchProgressView, RoundRecordView } from './verification-views.ts';

const path = '/api/archives/verifications';
const answering = [...everything, 'archives.verification.read', 'archives.verification.answer'];
const creating = [...answering, 'archives.verification.create'];
const today = '2026-11-23';

const archives = duringTests(createArchives);
let unit: TestActor;
let secretary: TestActor;
beforeAll(async () => {
  unit = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['unit-a'] }]);
  secretary = await archives.actor([{ permissions: answering, mode: 'node', nodes: ['branch-a1'] }]);
});
beforeEach(async () => {
  await archives.owner`update verification_rounds set state = 'closed' where state = 'open'`;
  await archives.owner`delete from verification_answers`;
  await archives.owner`delete from change_request_fields`;
  await archives.owner`delete from change_requests`;
  await archives.owner`delete from member_history`;
  await archives.owner`delete from members`;
});

async function opened(actor = unit, node = 'unit-a', more: object = {}): Promise<RoundRecordView> {
  const response = await actor.post(path, {
    organizationId: archives.node(node).id,
    title: '年度核实',
    dueOn: '2026-12-31',
    ...more,
  });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as RoundRecordView;
}
const answer = (actor: TestActor, round: { id: string }, node: string, answers: object[]) =>
  actor.post(`${path}/${round.id}/answers`, { organizationId: archives.node(node).id, answers });
const confirmed = ({ id }: { id: string }) => ({ memberId: id.toUpperCase(), answer: 'confirmed' });
async function progressAt(actor: TestActor, round: { id: string }, query = '') {
  const response = await actor.get(`${path}/${round.id}/progress${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  const { items } = (await response.json()) as { items: BranchProgressView[] };
  return items.map(({ name, progress: { answered, people, finished, branches } }) => [
    name,
    `${answered}/${people}`,
    `${finished}/${branches}`,
  ]);
}
async function peopleOf(actor: TestActor, round: { id: string }, node: string, query = '') {
  const response = await actor.get(
    `${path}/${round.id}/people?organizationId=${archives.node(node).id}${query}`,
  );
  if (response.status !== 200) throw new Error(await response.text());
  const { items } = (await response.json()) as { items: AskedPersonView[] };
  return items;
}
const named = (node: string) => archives.node(node).name;

describe('a round', () => {
  test('goes down the tree: everybody at the node and below sees it with the own part, nobody beside it does', async () => {
    await archives.admit('branch-a1');
    await archives.admit('branch-a2');
    await archives.admit('branch-a2', { stage: 'applicant' });
    const round = await opened();
    expect(round).toMatchObject({
      title: '年度核实',
      state: 'open',
      isOverdue: false,
      stages: ['probationary', 'full'],
      progress: { people: 2, answered: 0, branches: 2, finished: 0 },
      part: [{ organizationId: archives.node('unit-a').id, isBranch: false }],
      abilities: ['update', 'close', 'remind', 'answer'],
      reminder: null,
    });
    const below = await secretary.get(`${path}/${round.id}`);
    expect(await below.json()).toMatchObject({
      progress: { people: 1, branches: 1 },
      part: [{ organizationId: archives.node('branch-a1').id, isBranch: true }],
      abilities: ['answer'],
    });
    const list = (await (await secretary.get(path)).json()) as { items: { id: string }[]; total: number };
    expect(list.items.map(({ id }) => id)).toContain(round.id);
    const beside = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['unit-b'] }]);
    expect((await beside.get(`${path}/${round.id}`)).status).toBe(404);
    expect((await beside.get(`${path}/${round.id}/progress`)).status).toBe(404);
    expect((await beside.post(`${path}/${round.id}/close`)).status).toBe(404);
    const others = (await (await beside.get(`${path}?state=open`)).json()) as { total: number };
    expect(others.total).toBe(0);
  });

  test('is refused where an open one above or below asks the same people, and not for others', async () => {
    const round = await opened();
    const officer = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['group'] }]);
    for (const node of ['group', 'branch-a1', 'unit-a']) {
      const response = await officer.post(path, {
        organizationId: archives.node(node).id,
        title: '再问一次',
        dueOn: '2026-12-31',
      });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({
        code: 'archives.verification-overlapping',
        round: { id: round.id, title: '年度核实' },
      });
    }
    await opened(officer, 'unit-b');
    await opened(officer, 'branch-a1', { stages: ['applicant'] });
  });

  test.each([
    [{ dueOn: '2026-11-22' }, ['dueOn date.past']],
    [{ title: ' ' }, ['title too_small']],
    [{ stages: [] }, ['stages too_small']],
    [{ stages: ['member'] }, ['stages.0 invalid_value']],
    [{ organizationId: 'x' }, ['organizationId invalid_format']],
  ])('%j is refused and the field is named', async (more, errors) => {
    const response = await unit.post(path, {
      organizationId: archives.node('unit-a').id,
      title: '年度核实',
      dueOn: '2026-12-31',
      ...more,
    });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('is opened by whoever may at the node; outside it is as unknown as nothing', async () => {
    const body = { title: '年度核实', dueOn: '2026-12-31' };
    expect(
      (await secretary.post(path, { ...body, organizationId: archives.node('branch-a1').id })).status,
    ).toBe(403);
    const outside = await unit.post(path, { ...body, organizationId: archives.node('unit-b').id });
    expect(outside.status).toBe(404);
  });

  test('gets more time on the version that was read', async () => {
    const round = await opened();
    const change = (version: number) =>
      unit.patch(`${path}/${round.id}`, { dueOn: '2027-01-15', note: '延期' }, match(version));
    expect(await (await change(1)).json()).toMatchObject({ dueOn: '2027-01-15', note: '延期', version: 2 });
    const stale = await change(1);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ code: 'record.stale', current: { version: 2 } });
    expect((await unit.patch(`${path}/${round.id}`, { dueOn: '2026-11-01' }, match(2))).status).toBe(400);
    expect((await secretary.patch(`${path}/${round.id}`, {}, match(2))).status).toBe(403);
  });
});

describe('answering', () => {
  test('confirms all shown in one act: each record is verified today, with history, audit row and fact', async () => {
    const people = [await archives.admit('branch-a1'), await archives.admit('branch-a1')];
    const round = await opened();
    await archives.facts();
    const response = await answer(secretary, round, 'branch-a1', people.map(confirmed));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      answered: 2,
      progress: { people: 2, confirmed: 2, answered: 2, finished: 1 },
    });
    const facts = await archives.facts();
    expect(facts.map(({ type }) => type).toSorted()).toEqual([
      'archives.audit.recorded',
      'archives.audit.recorded',
      'archives.audit.recorded',
      'archives.member.updated',
      'archives.member.updated',
    ]);
    for (const member of people) {
      const record = (await (await secretary.get(at(member))).json()) as MemberView;
      expect(record).toMatchObject({ verifiedOn: today, version: 2 });
      const history = (await (await secretary.get(at(member, '/history'))).json()) as { items: object[] };
      expect(history.items[0]).toMatchObject({
        action: 'archives.member.verify',
        fields: [{ field: 'verifiedOn', from: null, to: today }],
        reason: '年度核实',
      });
    }
    const asked = await peopleOf(secretary, round, 'branch-a1');
    expect(asked.map(({ answer: given, isChanged }) => [given, isChanged])).toEqual([
      ['confirmed', false],
      ['confirmed', false],
    ]);
  });

  test('cannot be said needs a note and verifies nobody; a later answer takes its place', async () => {
    const member = await archives.admit('branch-a1');
    const round = await opened();
    const without = await answer(secretary, round, 'branch-a1', [{ memberId: member.id, answer: 'unknown' }]);
    expect(without.status).toBe(400);
    expect((await problem(without)).errors).toMatchObject([{ field: 'answers.0.note', code: 'required' }]);
    await answer(secretary, round, 'branch-a1', [
      { memberId: member.id, answer: 'unknown', note: '联系不上本人' },
    ]);
    expect(await (await secretary.get(at(member))).json()).toMatchObject({ verifiedOn: null, version: 1 });
    expect(await progressAt(unit, round)).toEqual([[named('general-a'), '1/1', '1/1']]);
    const again = await answer(secretary, round, 'branch-a1', [{ memberId: member.id, answer: 'corrected' }]);
    expect(await again.json()).toMatchObject({ progress: { unknown: 0, corrected: 1, answered: 1 } });
  });

  test('of records that changed or people who went, nothing is answered for anybody', async () => {
    const [one, changed, gone] = [
      await archives.admit('branch-a1'),
      await archives.admit('branch-a1'),
      await archives.admit('branch-a3'),
    ];
    const round = await opened();
    await secretary.patch(at(changed), { post: '班长' }, match(1));
    const response = await answer(secretary, round, 'branch-a1', [
      { ...confirmed(one), version: 1 },
      { ...confirmed(changed), version: 1 },
      confirmed(gone),
      { memberId: '019A0000-0000-7000-8000-00000000FFFF', answer: 'confirmed' },
    ]);
    expect(response.status).toBe(409);
    const { code, errors } = await problem(response);
    expect(code).toBe('archives.verification-people-changed');
    expect(errors?.map((error) => `${error.field} ${error.code}`)).toEqual([
      'answers.1.memberId changed',
      'answers.2.memberId gone',
      'answers.3.memberId gone',
    ]);
    expect(await peopleOf(secretary, round, 'branch-a1', '&answer=confirmed')).toEqual([]);
    expect(await (await secretary.get(at(one))).json()).toMatchObject({ version: 1, verifiedOn: null });
  });

  test('is for the own branch, inside the round, while it is open', async () => {
    const member = await archives.admit('branch-a2');
    const round = await opened();
    expect((await answer(secretary, round, 'branch-a2', [confirmed(member)])).status).toBe(404);
    expect((await answer(unit, round, 'unit-b', [confirmed(member)])).status).toBe(404);
    expect((await unit.post(`${path}/${round.id}/close`)).status).toBe(200);
    const late = await answer(unit, round, 'branch-a2', [confirmed(member)]);
    expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.verification-closed']);
  });

  test('two who confirm the same people at the same instant both succeed, and count once', async () => {
    const people = [await archives.admit('branch-a1'), await archives.admit('branch-a1')];
    const round = await opened();
    const answers = await Promise.all([
      answer(secretary, round, 'branch-a1', people.map(confirmed)),
      answer(unit, round, 'branch-a1', people.toReversed().map(confirmed)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await progressAt(unit, round)).toEqual([[named('general-a'), '2/2', '1/1']]);
    const [row] = await archives.owner`select max(version)::int as version from members`;
    expect(row?.['version']).toBe(2);
  });

  test('200 people take one request, and not one more', async () => {
    const home = archives.node('branch-a1').id;
    const people = drawRoster([home], 201, 6).map((one) => ({
      ...one,
      stage: 'full' as const,
      state: 'active' as const,
    }));
    await plantRoster(archives.owner, people);
    const round = await opened();
    const all = await answer(secretary, round, 'branch-a1', people.map(confirmed));
    expect((await problem(all)).errors).toMatchObject([{ field: 'answers', code: 'too_big' }]);
    const response = await answer(secretary, round, 'branch-a1', people.slice(1).map(confirmed));
    expect(await response.json()).toMatchObject({ answered: 200, progress: { people: 201, answered: 200 } });
    const [row] = await archives.owner`select count(*)::int as entries from member_history`;
    expect(row?.['entries']).toBe(200);
  });
});

describe('completion', () => {
  test('is rolled up by every node, the same before and after the tallies are folded', async () => {
    const [a1, a2] = [await archives.admit('branch-a1'), await archives.admit('branch-a2')];
    await archives.admit('branch-a2');
    await archives.admit('branch-a3');
    const officer = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['group'] }]);
    const round = await opened(officer, 'group');
    await answer(officer, round, 'branch-a1', [confirmed(a1)]);
    await answer(officer, round, 'branch-a2', [confirmed(a2)]);
    for (let pass = 0; pass < 2; pass += 1) {
      expect(await progressAt(officer, round)).toEqual([[named('unit-a'), '2/4', '1/3']]);
      const below = `?organizationId=${archives.node('unit-a').id}`;
      expect(await progressAt(officer, round, below)).toEqual([
        [named('general-a'), '2/3', '1/2'],
        [named('branch-a3'), '0/1', '0/1'],
      ]);
      expect(await progressAt(officer, round, `${below}&only=unfinished&pageSize=1&page=2`)).toEqual([
        [named('branch-a3'), '0/1', '0/1'],
      ]);
      expect(await progressAt(secretary, round)).toEqual([[named('branch-a1'), '1/1', '1/1']]);
      await foldTallies(archives.kit);
    }
    expect(
      (await unit.get(`${path}/${round.id}/progress?organizationId=${archives.node('group').id}`)).status,
    ).toBe(404);
  });

  test('follows the people: who moves is counted where they are, who leaves the roll nowhere', async () => {
    const [mover, leaver, stays] = [
      await archives.admit('branch-a1'),
      await archives.admit('branch-a1'),
      await archives.admit('branch-a1'),
    ];
    const round = await opened();
    await answer(secretary, round, 'branch-a1', [confirmed(mover), confirmed(leaver)]);
    await archives.owner`
      update members set organization_id = ${archives.node('branch-a2').id} where id = ${mover.id}`;
    await archives.owner`update members set state = 'deceased' where id = ${leaver.id}`;
    const below = `?organizationId=${archives.node('general-a').id}`;
    expect(await progressAt(unit, round, below)).toEqual([
      [named('branch-a1'), '0/1', '0/1'],
      [named('branch-a2'), '1/1', '1/1'],
    ]);
    expect((await peopleOf(unit, round, 'branch-a1')).map(({ id }) => id)).toEqual([stays.id]);
    await archives.owner`
      update members set organization_id = ${archives.node('branch-b1').id} where id = ${mover.id}`;
    expect(await progressAt(unit, round, below)).toEqual([[named('branch-a1'), '0/1', '0/1']]);
  });

  test('stays as it was when the round was closed, whoever comes and goes', async () => {
    const member = await archives.admit('branch-a1');
    await archives.admit('branch-a3');
    const round = await opened();
    await answer(secretary, round, 'branch-a1', [confirmed(member)]);
    const closed = await unit.post(`${path}/${round.id}/close`);
    expect(await closed.json()).toMatchObject({
      state: 'closed',
      abilities: [],
      progress: { people: 2, answered: 1, branches: 2, finished: 1 },
    });
    await archives.admit('branch-a1');
    await archives.owner`update members set state = 'deceased' where id = ${member.id}`;
    expect(await progressAt(unit, round)).toEqual([
      [named('general-a'), '1/1', '1/1'],
      [named('branch-a3'), '0/1', '0/1'],
    ]);
    expect(await (await secretary.get(`${path}/${round.id}`)).json()).toMatchObject({
      progress: { people: 1, answered: 1 },
    });
    expect((await unit.post(`${path}/${round.id}/close`)).status).toBe(409);
  });

  test('a late branch is marked once, and reminded while somebody waits', async () => {
    const member = await archives.admit('branch-a1');
    await archives.admit('branch-a3');
    const round = await opened();
    await answer(secretary, round, 'branch-a1', [confirmed(member)]);
    await archives.owner`update verification_rounds set due_on = '2026-11-20' where id = ${round.id}`;
    expect(await (await unit.get(`${path}/${round.id}`)).json()).toMatchObject({ isOverdue: true });
    expect(await (await secretary.get(`${path}/${round.id}`)).json()).toMatchObject({ isOverdue: false });
    await archives.facts();
    await markOverdue(archives.kit);
    await markOverdue(archives.kit);
    const told = await archives.facts();
    expect(told.map(({ type, data }) => [type, data['branchIds']])).toEqual([
      ['archives.verification.overdue', [archives.node('branch-a3').id]],
    ]);
    const marks = await archives.owner`
      select organization_id from verification_overdue where round_id = ${round.id}`;
    expect(marks.map((row) => row['organization_id'] as string)).toEqual([archives.node('branch-a3').id]);
    const remind = (node: string) =>
      unit.post(`${path}/${round.id}/remind`, { organizationId: archives.node(node).id, note: '请尽快' });
    expect(await (await remind('unit-a')).json()).toEqual({ branches: 1 });
    const none = await remind('branch-a1');
    expect([none.status, (await problem(none)).code]).toEqual([409, 'archives.verification-finished']);
    expect((await remind('unit-b')).status).toBe(404);
    expect(await (await secretary.get(`${path}/${round.id}`)).json()).toMatchObject({
      reminder: { note: '请尽快' },
    });
  });
});
