import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, match, problem } from '../testing/archives-under-test.ts';
import {
  createRegisters,
  keeping,
  registers,
  type RegistersUnderTest,
} from '../testing/registers-under-test.ts';
import type { MemberView } from '../members/member-views.ts';
import type { DueItem, FloatingView, LostItem, ReductionItem } from './register-views.ts';

const archives = duringTests(createRegisters);

interface List<Item> {
  readonly items: Item[];
  readonly total: number;
}

async function lostSince(on: string, node = 'branch-a1'): Promise<MemberView> {
  const member = await archives.admit(node);
  const keeper = await archives.keeper(node);
  return bodyOf<MemberView>(keeper.post(at(member, '/state'), { state: 'out-of-contact', on }, match(1)));
}

describe('people out of contact', () => {
  test('are to be suspended after six months, under the rule that says so', async () => {
    const overdue = await lostSince('2026-05-22');
    const fresh = await lostSince('2026-11-01');
    const keeper = await archives.keeper('branch-a1');
    const { items } = await bodyOf<List<LostItem>>(keeper.get(`${registers}/out-of-contact?pageSize=100`));
    expect(items.find(({ id }) => id === overdue.id)).toMatchObject({
      deadline: {
        action: 'suspend',
        dueOn: '2026-11-22',
        rule: { id: 'lost-contact-suspend', ruleSet: 'education-2019', months: 6 },
      },
      abilities: ['log-search', 'find', 'suspend'],
      memberVersion: 2,
    });
    expect(items.find(({ id }) => id === fresh.id)?.abilities).toEqual(['log-search', 'find']);
    expect(items[0]?.id).toBe(overdue.id);
  });

  test('suspended for it, they are to be removed two years later by whoever may reduce', async () => {
    const member = await lostSince('2023-01-01', 'branch-a2');
    const keeper = await archives.keeper('branch-a2');
    const step = { state: 'suspended', on: '2024-01-10', reason: '失联满 6 个月' };
    await bodyOf(keeper.post(at(member, '/state'), step, match(2)));
    const entry = await bodyOf<LostItem>(keeper.get(`${registers}/out-of-contact/${member.id}`));
    expect(entry).toMatchObject({
      deadline: { action: 'remove', dueOn: '2026-01-10' },
      abilities: ['log-search', 'find', 'remove'],
    });
    const clerk = await archives.keeper('branch-a2', [...keeping, 'archives.member.update']);
    const seen = await bodyOf<LostItem>(clerk.get(`${registers}/out-of-contact/${member.id}`));
    expect(seen.abilities).toEqual(['log-search', 'find']);
  });

  test('each search is kept, and being found ends the entry and not its log', async () => {
    const member = await lostSince('2026-08-01');
    const keeper = await archives.keeper('branch-a1');
    const searches = `${registers}/out-of-contact/${member.id}/searches`;
    const log = (on: string) =>
      keeper.post(searches, { on, way: 'relatives', outcome: 'lead', note: '其弟称在外地务工' });
    const first = await bodyOf<LostItem & { log: unknown[] }>(log('2026-09-01'));
    expect(first).toMatchObject({ searches: 1, lastSearchOn: '2026-09-01', log: [{ way: 'relatives' }] });
    expect((await log('2026-07-01')).status).toBe(400);
    await bodyOf(keeper.post(at(member, '/state'), { state: 'active', on: '2026-11-20' }, match(2)));
    const found = await bodyOf<LostItem & { log: unknown[] }>(
      keeper.get(`${registers}/out-of-contact/${member.id}`),
    );
    expect([found.deadline, found.abilities, found.log.length]).toEqual([null, [], 1]);
    const refused = await log('2026-11-21');
    expect([refused.status, (await problem(refused)).code]).toEqual([409, 'archives.not-out-of-contact']);
  });
});

describe('reductions', () => {
  test('tell who left how, when, why and by whom, and who may be taken back', async () => {
    const member = await archives.admit('branch-a3', { name: '张明远' });
    const author = await archives.actor(
      [
        {
          permissions: ['archives.member.read', 'archives.member.remove'],
          mode: 'node',
          nodes: ['branch-a3'],
        },
      ],
      member.id,
    );
    const step = { state: 'left', leftKind: 'resigned', on: '2026-06-01', reason: '本人书面申请' };
    await bodyOf(author.post(at(member, '/state'), step, match(1)));
    const keeper = await archives.keeper('branch-a3');
    const list = (query: string) =>
      bodyOf<List<ReductionItem>>(keeper.get(`${registers}/reductions?${query}`));
    const expected = {
      id: member.id,
      kind: 'left',
      leftKind: 'resigned',
      on: '2026-06-01',
      reason: '本人书面申请',
      actorName: '张明远',
      abilities: ['reinstate'],
    };
    expect(await list('')).toMatchObject({ total: 1, items: [expected] });
    expect(await list('kind=deceased')).toMatchObject({ total: 0, items: [] });
    expect(await list('since=2026-06-01&until=2026-06-30&kind=left')).toMatchObject({ total: 1 });
    const reader = await archives.keeper('branch-a3', keeping);
    const seen = await bodyOf<List<ReductionItem>>(reader.get(`${registers}/reductions`));
    expect(seen.items[0]?.abilities).toEqual([]);
    await bodyOf(keeper.post(at(member, '/state'), { state: 'active', on: '2026-11-01' }, match(2)));
    expect((await list('')).total).toBe(0);
  });
});

describe('what is due', () => {
  test('names each gap once, with its rule, and only to whom it concerns', async () => {
    const lost = await lostSince('2026-01-01', 'branch-b1');
    const member = await archives.admit('branch-b1');
    const keeper = await archives.keeper('branch-b1');
    const entry = await bodyOf<FloatingView>(
      keeper.post(`${registers}/outflows`, {
        memberId: member.id,
        since: '2026-03-01',
        partyOrganization: '驻外机构党委',
        abroad: true,
        expectedReturnOn: '2026-12-01',
      }),
      201,
    );
    const due = await bodyOf<List<DueItem>>(keeper.get(`${registers}/due`));
    expect(due.items.map(({ action, recordId, dueOn, rule }) => [action, recordId, dueOn, rule.id])).toEqual([
      ['suspend', lost.id, '2026-07-01', 'lost-contact-suspend'],
      ['log-contact', entry.id, '2026-09-01', 'abroad-contact'],
      ['confirm-return', entry.id, '2026-12-01', 'mobile-registration'],
    ]);
    expect(due.items.every(({ abilities }) => abilities.includes('resolve'))).toBe(true);
    expect((await bodyOf<List<DueItem>>(keeper.get(`${registers}/due?within=0`))).total).toBe(2);
    const reader = await archives.keeper('branch-b1', [keeping[0] as string]);
    const seen = await bodyOf<List<DueItem>>(reader.get(`${registers}/due`));
    expect(seen.items.flatMap(({ abilities }) => abilities)).toEqual([]);
    expect(await bodyOf(keeper.get(`${registers}/counts`))).toEqual({
      outflow: 1,
      inflow: 0,
      outOfContact: 1,
      reductions: { 'transferred-out': 0, left: 0, deceased: 0 },
      due: 3,
      overdue: 2,
    });
    const elsewhere = await archives.keeper('branch-a3');
    const others = await bodyOf<List<DueItem>>(elsewhere.get(`${registers}/due?within=366`));
    expect(others.items.map(({ recordId }) => recordId)).not.toContain(lost.id);
  });

  test('follows the node that it is seen as, and is empty where nothing is held', async () => {
    const keeper = await archives.keeper('group');
    const node = archives.node('branch-b1').id;
    const all = await bodyOf<List<DueItem>>(keeper.get(`${registers}/due?pageSize=100`));
    const below = await bodyOf<List<DueItem>>(keeper.get(`${registers}/due?pageSize=100&node=${node}`));
    expect(below.items).toEqual(all.items.filter(({ organizationId }) => organizationId === node));
    const unknown = '019a0000-0000-7000-8000-00000000ffff';
    expect((await bodyOf<List<DueItem>>(keeper.get(`${registers}/due?node=${unknown}`))).total).toBe(0);
  });
});

test('whoever lacks the permission is refused everywhere, and tables of the registers stand behind the wall', async () => {
  const nobody = await archives.keeper('group', ['archives.member.read']);
  for (const rest of ['counts', 'due', 'floating', 'out-of-contact', 'reductions'])
    expect((await nobody.get(`${registers}/${rest}`)).status).toBe(403);
  const open = await archives.owner`
    select relname from pg_class where relname in ('floating_members', 'floating_contacts', 'contact_searches')
      and not (relrowsecurity and relforcerowsecurity)`;
  expect(open).toHaveLength(0);
});

describe('lists of the registers', () => {
  let few: RegistersUnderTest;
  beforeAll(async () => {
    few = await createRegisters();
    await plant(few);
  });
  afterAll(() => few.close());

  test.each([
    ['floating', 'state=all&abroad=yes&sort=expectedReturnOn', 1],
    ['floating', 'state=all&abroad=no&sort=lastContactOn', 0],
    ['floating', `q=${encodeURIComponent('顾')}&sort=since`, 1],
    ['floating', `q=${encodeURIComponent('无')}`, 0],
    ['floating', 'direction=in', 1],
    ['floating', 'direction=in&state=closed', 0],
    ['out-of-contact', `q=${encodeURIComponent('卫')}&state=out-of-contact&sort=-lostContactOn`, 1],
    ['out-of-contact', 'state=suspended&sort=lostContactOn', 0],
    ['reductions', 'leftKind=lapsed&sort=on', 0],
    ['reductions', `kind=deceased&q=${encodeURIComponent('邹')}`, 1],
    ['due', 'action=suspend', 1],
    ['due', 'action=remove', 0],
    ['due', 'pageSize=1&page=2', 2],
  ])('%s?%s finds %i', async (list, query, total) => {
    const keeper = await few.keeper('group');
    const found = await bodyOf<List<unknown>>(keeper.get(`${registers}/${list}?${query}`));
    expect(found.total).toBe(total);
  });

  test('refuse what they cannot be asked', async () => {
    const keeper = await few.keeper('group');
    for (const query of [
      'floating?sort=name',
      'due?within=9999',
      'reductions?kind=active',
      'floating?node=x',
    ])
      expect((await keeper.get(`${registers}/${query}`)).status).toBe(400);
  });
});

/** One of each kind. */
async function plant(few: RegistersUnderTest): Promise<void> {
  const keeper = await few.keeper('group');
  const since = '2026-03-01';
  const away = await few.admit('branch-a1', { name: '顾长河' });
  const outflow = { memberId: away.id, since, province: '广东省', abroad: true };
  await bodyOf(keeper.post(`${registers}/outflows`, outflow), 201);
  const inflow = { name: '马小军', organizationId: few.node('branch-a2').id, since, province: '青海省' };
  await bodyOf(keeper.post(`${registers}/inflows`, inflow), 201);
  const lost = await few.admit('branch-a1', { name: '卫东方' });
  const step = { state: 'out-of-contact', on: '2026-01-01' };
  await bodyOf(keeper.post(at(lost, '/state'), step, match(1)));
  const gone = await few.admit('branch-b1', { name: '邹德明' });
  await bodyOf(keeper.post(at(gone, '/state'), { state: 'deceased', on: '2026-05-01' }, match(1)));
}
