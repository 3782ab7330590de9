import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';
import type { TransferList, TransferView } from './transfer-views.ts';

const archives = duringTests(createTransfers);
const made: Record<string, TransferView> = {};
beforeAll(async () => {
  const names = { inside: '欧阳甲', out: '李乙', into: '王丙', far: '赵丁', ended: '钱戊' };
  const apply = async (key: keyof typeof names, from: string, to: string, acts: readonly string[]) => {
    const member = await archives.admit(from, { name: names[key] });
    const officer = await archives.approver('group');
    const body = { memberId: member.id, toOrganizationId: archives.node(to).id, reason: '调动' };
    made[key] = await transferOf(officer.post(transfers, body), 201);
    for (const act of acts) made[key] = await archives.act(made[key] as TransferView, act);
  };
  await apply('inside', 'branch-a1', 'branch-a2', []);
  await apply('out', 'branch-a1', 'branch-b1', ['approve']);
  await apply('into', 'branch-b1', 'branch-a1', ['approve', 'receive']);
  await apply('far', 'branch-a3', 'branch-b1', ['reject']);
  await apply('ended', 'branch-a1', 'branch-b1', ['approve']);
  await archives.owner`update transfers set issued_on = '2026-10-01', expires_on = '2026-11-01' where id = ${made['ended']?.id ?? null}`;
  await archives.owner`update transfers set expires_on = '2026-11-25' where id = ${made['out']?.id ?? null}`;
});

const list = async (who: TestActor, query = ''): Promise<TransferList> =>
  bodyOf<TransferList>(who.get(`${transfers}?${query}`));
const names = ({ items }: TransferList) => items.map(({ person }) => person.name).toSorted();

describe('the list', () => {
  test('tells directions as the reader sees them', async () => {
    const unit = await archives.approver('unit-a');
    const all = await list(unit);
    expect(all).toMatchObject({
      total: 5,
      totalIsExact: true,
      counts: {
        direction: { all: 5, in: 1, out: 3, within: 1 },
        state: { applied: 1, issued: 1, received: 1, rejected: 1, expired: 1, closed: 0, cancelled: 0 },
      },
    });
    expect(names(await list(unit, 'direction=in'))).toEqual(['王丙']);
    expect(names(await list(unit, 'direction=within'))).toEqual(['欧阳甲']);
    const secretary = await archives.secretary('branch-a2');
    expect(names(await list(secretary))).toEqual(['欧阳甲']);
    expect((await list(secretary)).items[0]).toMatchObject({ direction: 'in', abilities: [] });
    const group = await archives.approver('group');
    expect((await list(group)).counts.direction).toEqual({ all: 5, in: 0, out: 0, within: 5 });
    expect(names(await list(group, `node=${archives.node('unit-b').id}&direction=in`))).toEqual(
      ['李乙', '赵丁', '钱戊'].toSorted(),
    );
  });

  test.each([
    ['state=issued', ['李乙']],
    ['state=expired', ['钱戊']],
    ['overdue=true', ['钱戊']],
    ['overdue=false&state=issued', ['李乙']],
    ['q=欧阳', ['欧阳甲']],
    ['q=ouyang', ['欧阳甲']],
    ['q=lyi', []],
    ['q=ly', ['李乙']],
    ['due=approve', ['欧阳甲']],
    ['due=receive', ['李乙']],
    ['due=receipt', ['王丙']],
    ['due=ending', ['李乙']],
    ['due=expired', ['钱戊']],
    ['direction=out&state=issued', []],
  ])('filtered by %s', async (query, expected) => {
    const group = await archives.approver('group');
    const found = await list(group, query);
    expect(names(found)).toEqual(expected);
    expect(found.total).toBe(expected.length);
  });

  test('finds a letter by its number', async () => {
    const group = await archives.approver('group');
    expect(names(await list(group, `q=${made['out']?.letter?.number}`))).toEqual(['李乙']);
  });

  test('of small pages is the whole, each row once, in every order', async () => {
    const group = await archives.approver('group');
    for (const sort of ['-updatedAt', 'updatedAt', 'expiresOn', '-expiresOn', 'name', '-name']) {
      const pages = await Promise.all(
        [1, 2, 3].map((page) => list(group, `sort=${sort}&pageSize=2&page=${page}`)),
      );
      expect(pages.flatMap(({ items }) => items.map(({ id }) => id)).toSorted()).toEqual(
        Object.values(made)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
  });

  test('is refused for what it cannot be filtered by', async () => {
    const group = await archives.approver('group');
    for (const query of ['state=gone', 'direction=up', 'page=0', 'node=x', 'due=all', 'overdue=perhaps'])
      expect((await group.get(`${transfers}?${query}`)).status).toBe(400);
  });
});

describe('what waits for me', () => {
  test.each([
    ['group', { approve: 1, receive: 1, receipt: 1, ending: 1, expired: 1, total: 4 }],
    ['branch-b1', { approve: 0, receive: 1, receipt: 1, ending: 1, expired: 0, total: 2 }],
    ['unit-a', { approve: 1, receive: 0, receipt: 0, ending: 1, expired: 1, total: 3 }],
  ])('at %s', async (node, due) => {
    const somebody = await archives.approver(node);
    expect(await bodyOf<unknown>(somebody.get(`${transfers}/due`))).toEqual(due);
  });

  test('each count is a filter of the list', async () => {
    const group = await archives.approver('group');
    const due = await bodyOf<Record<string, number>>(group.get(`${transfers}/due`));
    for (const duty of ['approve', 'receive', 'receipt', 'ending', 'expired'])
      expect((await list(group, `due=${duty}`)).total).toBe(due[duty]);
  });
});

describe('destinations', () => {
  test('are the living branches of the enterprise, beyond the scope of whoever applies', async () => {
    const secretary = await archives.secretary('branch-a1');
    const find = async (q: string) =>
      (
        await bodyOf<{ items: { name: string; path: string }[] }>(
          secretary.get(`${transfers}/destinations?q=${q}`),
        )
      ).items;
    expect((await find('')).map(({ name }) => name)).toEqual([
      'branch-a1',
      'branch-a2',
      'branch-a3',
      'branch-b1',
    ]);
    expect(await find('b1')).toMatchObject([{ name: 'branch-b1', path: 'unit-b / branch-b1' }]);
    expect((await find('unit-b')).map(({ name }) => name)).toEqual(['branch-b1']);
    expect(await find('nowhere')).toEqual([]);
    const reader = await archives.actor([
      { permissions: ['archives.transfer.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    expect((await reader.get(`${transfers}/destinations`)).status).toBe(403);
  });
});
