import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MemberView } from '../members/member-views.ts';
import { at, match, problem } from '../testing/archives-under-test.ts';
import { drawRoster, plantRoster } from '../testing/roster.ts';
import { confirmed, createVerifications, verifications } from '../testing/verifications-under-test.ts';

const archives = duringTests(createVerifications);
beforeEach(() => archives.empty());

const today = '2026-11-23';

const named = (node: string) => archives.node(node).name;

describe('answering', () => {
  test('confirms all shown in one act: each record is verified today, with history, audit row and fact', async () => {
    const people = [await archives.admit('branch-a1'), await archives.admit('branch-a1')];
    const round = await archives.opened();
    await archives.facts();
    const response = await archives.answer(archives.secretary, round, 'branch-a1', people.map(confirmed));
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
      const record = (await (await archives.secretary.get(at(member))).json()) as MemberView;
      expect(record).toMatchObject({ verifiedOn: today, version: 2 });
      const history = (await (await archives.secretary.get(at(member, '/history'))).json()) as {
        items: object[];
      };
      expect(history.items[0]).toMatchObject({
        action: 'archives.member.verify',
        fields: [{ field: 'verifiedOn', from: null, to: today }],
        reason: '年度核实',
      });
    }
    const asked = await archives.peopleOf(archives.secretary, round, 'branch-a1');
    expect(asked.map(({ answer: given, isChanged }) => [given, isChanged])).toEqual([
      ['confirmed', false],
      ['confirmed', false],
    ]);
  });

  test('cannot be said needs a note and verifies nobody; a later answer takes its place', async () => {
    const member = await archives.admit('branch-a1');
    const round = await archives.opened();
    const without = await archives.answer(archives.secretary, round, 'branch-a1', [
      { memberId: member.id, answer: 'unknown' },
    ]);
    expect(without.status).toBe(400);
    expect((await problem(without)).errors).toMatchObject([{ field: 'answers.0.note', code: 'required' }]);
    await archives.answer(archives.secretary, round, 'branch-a1', [
      { memberId: member.id, answer: 'unknown', note: '联系不上本人' },
    ]);
    expect(await (await archives.secretary.get(at(member))).json()).toMatchObject({
      verifiedOn: null,
      version: 1,
    });
    expect(await archives.progressAt(archives.unit, round)).toEqual([[named('general-a'), '1/1', '1/1']]);
    const again = await archives.answer(archives.secretary, round, 'branch-a1', [
      { memberId: member.id, answer: 'corrected' },
    ]);
    expect(await again.json()).toMatchObject({ progress: { unknown: 0, corrected: 1, answered: 1 } });
  });

  test('of records that changed or people who went, nothing is answered for anybody', async () => {
    const [one, changed, gone] = [
      await archives.admit('branch-a1'),
      await archives.admit('branch-a1'),
      await archives.admit('branch-a3'),
    ];
    const round = await archives.opened();
    await archives.secretary.patch(at(changed), { post: '班长' }, match(1));
    const response = await archives.answer(archives.secretary, round, 'branch-a1', [
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
    expect(await archives.peopleOf(archives.secretary, round, 'branch-a1', '&answer=confirmed')).toEqual([]);
    expect(await (await archives.secretary.get(at(one))).json()).toMatchObject({
      version: 1,
      verifiedOn: null,
    });
  });

  test('is for the own branch, inside the round, while it is open', async () => {
    const member = await archives.admit('branch-a2');
    const round = await archives.opened();
    expect((await archives.answer(archives.secretary, round, 'branch-a2', [confirmed(member)])).status).toBe(
      404,
    );
    expect((await archives.answer(archives.unit, round, 'unit-b', [confirmed(member)])).status).toBe(404);
    expect((await archives.unit.post(`${verifications}/${round.id}/close`)).status).toBe(200);
    const late = await archives.answer(archives.unit, round, 'branch-a2', [confirmed(member)]);
    expect([late.status, (await problem(late)).code]).toEqual([409, 'archives.verification-closed']);
  });

  test('two who confirm the same people at the same instant both succeed, and count once', async () => {
    const people = [await archives.admit('branch-a1'), await archives.admit('branch-a1')];
    const round = await archives.opened();
    const answers = await Promise.all([
      archives.answer(archives.secretary, round, 'branch-a1', people.map(confirmed)),
      archives.answer(archives.unit, round, 'branch-a1', people.toReversed().map(confirmed)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await archives.progressAt(archives.unit, round)).toEqual([[named('general-a'), '2/2', '1/1']]);
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
    const round = await archives.opened();
    const all = await archives.answer(archives.secretary, round, 'branch-a1', people.map(confirmed));
    expect((await problem(all)).errors).toMatchObject([{ field: 'answers', code: 'too_big' }]);
    const response = await archives.answer(
      archives.secretary,
      round,
      'branch-a1',
      people.slice(1).map(confirmed),
    );
    expect(await response.json()).toMatchObject({ answered: 200, progress: { people: 201, answered: 200 } });
    const [row] = await archives.owner`select count(*)::int as entries from member_history`;
    expect(row?.['entries']).toBe(200);
  });
});
