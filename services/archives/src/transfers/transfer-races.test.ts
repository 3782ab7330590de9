import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '../testing/archives-under-test.ts';
import { deliverMerge } from '../testing/merged-organizations.ts';
import { faultsOfTransfers } from '../testing/transfer-invariants.ts';
import { createTransfers, transfers } from '../testing/transfers-under-test.ts';
import type { Deps } from '../deps.ts';
import type { MemberView } from '../members/member-views.ts';
import { acts } from './transfer.ts';
import { expireLetters, remindOfLetters } from './transfer-jobs.ts';
import type { TransferList } from './transfer-views.ts';

const archives = duringTests(createTransfers);
let officer: TestActor;
beforeAll(async () => {
  officer = await archives.approver('group');
});

const branches = ['branch-a1', 'branch-a2', 'branch-a3', 'branch-b1'] as const;
const person = fc.nat({ max: 4 });
/** Enough to meet one another at every person; with more, hardly anybody would get anywhere in as many clicks. */
const hands = 12;
const branch = fc.constantFrom(...branches);
const act = fc.constantFrom(...acts);
/** Where a page draws these buttons, most people click the first. */
const inOrder = ['approve', 'receive', 'receipt', 'resume'] as const;
/** What somebody clicks, or what happens by itself. */
const click = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('apply' as const), person, branch }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), person, act }) },
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('act' as const), person, act: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('group' as const), person, branch }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('group-act' as const), act }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), person, token: fc.uuid() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), branch, into: branch }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jobs' as const) }) },
);
type Click = typeof click extends fc.Arbitrary<infer Value> ? Value : never;

async function merge(ended: string, into: string): Promise<void> {
  if (ended !== into) await deliverMerge(archives, ended, into, 'members:organization-merged');
}

async function latest(memberId: string): Promise<TransferList['items'][number] | undefined> {
  const answer = await officer.get(`${transfers}?memberId=${memberId}&pageSize=1`);
  return ((await answer.json()) as TransferList).items[0];
}

/** Does it and returns the status; null where nothing was asked over HTTP. */
async function run(one: Click, people: readonly MemberView[], groups: string[]): Promise<number | null> {
  const member = 'person' in one ? (people[one.person] as MemberView) : (people[0] as MemberView);
  switch (one.kind) {
    case 'apply': {
      const body = { memberId: member.id, toOrganizationId: archives.node(one.branch).id, reason: '调动' };
      return (await officer.post(transfers, body)).status;
    }
    case 'act': {
      const transfer = await latest(member.id);
      const verb = one.act ?? inOrder.find((offered) => transfer?.abilities.includes(offered));
      return transfer === undefined || verb === undefined
        ? null
        : (await officer.post(`${transfers}/${transfer.id}/${verb}`)).status;
    }
    case 'group': {
      const memberIds = people.slice(one.person).map(({ id }) => id);
      const body = { memberIds, toOrganizationId: archives.node(one.branch).id, reason: '撤并' };
      const made = await officer.post(`${transfers}/groups`, body);
      if (made.status === 201) groups.push(((await made.json()) as { id: string }).id);
      return made.status;
    }
    case 'group-act': {
      const group = groups.at(-1);
      return group === undefined
        ? null
        : (await officer.post(`${transfers}/groups/${group}/${one.act}`)).status;
    }
    case 'correct': {
      const current = (await (await officer.get(at(member))).json()) as MemberView;
      return (await officer.patch(at(member), { note: one.token }, { 'if-match': `"${current.version}"` }))
        .status;
    }
    case 'leave': {
      const current = (await (await officer.get(at(member))).json()) as MemberView;
      const state = current.state === 'active' ? 'out-of-contact' : 'active';
      return (
        await officer.post(
          at(member, '/state'),
          { state, on: '2026-11-01' },
          { 'if-match': `"${current.version}"` },
        )
      ).status;
    }
    case 'late': {
      await archives.owner`
        update transfers set issued_on = '2026-09-01', expires_on = '2026-11-01' where member_id = ${member.id} and state = 'issued'`;
      return null;
    }
    case 'merge':
      await merge(one.branch, one.into);
      return null;
    case 'jobs':
      await expireLetters({ kit: archives.kit } as Deps);
      await remindOfLetters({ kit: archives.kit } as Deps);
      return null;
  }
}

describe('whatever is clicked at the same time', () => {
  test('a person is in one branch, and what is stored agrees', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(click, { minLength: 150, maxLength: 250 }), async (clicks) => {
        const people: MemberView[] = [];
        for (let number = 0; number < 5; number += 1)
          people.push(await archives.admit(branches[number % branches.length] as string));
        const groups: string[] = [];
        const statuses = new Set<number | null>();
        const waiting = [...clicks];
        await Promise.all(
          Array.from({ length: hands }, async () => {
            for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
              statuses.add(await run(next, people, groups));
          }),
        );
        expect(
          [...statuses].filter((status) => ![null, 200, 201, 400, 404, 409, 412].includes(status)),
        ).toEqual([]);
        expect(await faultsOfTransfers(archives.owner)).toEqual([]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
    const moves = await archives.owner<{ move: string }[]>`
      select concat_ws(' ', h.member_id, h.version, c ->> 'from', c ->> 'to') as move
      from member_history h cross join jsonb_array_elements(h.changes) c
      where h.action = 'archives.member.transfer' and c ->> 'field' = 'organizationId'`;
    const facts = (await archives.facts()).filter(({ type }) => type === 'archives.member.transferred');
    const announced = facts.map(({ subject, data }) =>
      [subject, data['version'], data['from'], data['to']].join(' '),
    );
    expect(announced.toSorted()).toEqual(moves.map(({ move }) => move).toSorted());
    expect(announced.length).toBeGreaterThan(0);
  }, 120_000);
});
