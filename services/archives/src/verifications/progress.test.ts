import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createArchives } from '../testing/archives-under-test.ts';
import { creating, verifications } from '../testing/verifications-under-test.ts';
import { foldMemberCounts } from '../members/count-members.ts';
import { foldTallies } from './fold-tallies.ts';
import type { BranchProgressView, RoundRecordView } from './verification-views.ts';

const branches = ['branch-a1', 'branch-a2', 'branch-a3', 'branch-b1'] as const;

const archives = duringTests(createArchives);
let officer: TestActor;
beforeAll(async () => {
  officer = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['group'] }]);
});

const branch = fc.constantFrom(...branches);
const step = fc.oneof(
  fc.record({ kind: fc.constant('admit' as const), branch }),
  fc.record({
    kind: fc.constant('answer' as const),
    pick: fc.nat(),
    answer: fc.constantFrom('confirmed', 'corrected', 'unknown'),
  }),
  fc.record({ kind: fc.constant('move' as const), pick: fc.nat(), branch }),
  fc.record({
    kind: fc.constant('state' as const),
    pick: fc.nat(),
    state: fc.constantFrom('active', 'deceased', 'out-of-contact'),
  }),
  fc.record({ kind: fc.constant('fold' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** One step; people and branches change past the operations, as imports and transfers do. */
async function take(round: RoundRecordView, done: Step): Promise<void> {
  const people = await archives.owner<{ id: string; organizationId: string }[]>`
    select id, organization_id as "organizationId" from members order by id`;
  const picked = 'pick' in done ? people[done.pick % Math.max(1, people.length)] : undefined;
  switch (done.kind) {
    case 'admit':
      await archives.admit(done.branch);
      return;
    case 'fold':
      await foldTallies(archives.kit);
      await foldMemberCounts(archives.kit);
      return;
    case 'answer':
      if (picked === undefined) return;
      await officer.post(`${verifications}/${round.id}/answers`, {
        organizationId: picked.organizationId,
        answers: [{ memberId: picked.id, answer: done.answer, note: '无' }],
      });
      return;
    case 'move':
      if (picked !== undefined)
        await archives.owner`
          update members set organization_id = ${archives.node(done.branch).id} where id = ${picked.id}`;
      return;
    case 'state':
      if (picked !== undefined)
        await archives.owner`update members set state = ${done.state} where id = ${picked.id}`;
  }
}

/** What the rows themselves say, branch by branch. */
async function counted(round: RoundRecordView): Promise<string[]> {
  const rows = await archives.owner<Record<string, string>[]>`
    select o.name, count(*) as people,
      count(*) filter (where a.answer = 'confirmed') as confirmed,
      count(*) filter (where a.answer = 'corrected') as corrected,
      count(*) filter (where a.answer = 'unknown') as unknown
    from members m join organizations o on o.id = m.organization_id
      left join verification_answers a on a.round_id = ${round.id} and a.member_id = m.id
    where m.stage in ('probationary', 'full') and m.state in ('active', 'suspended', 'out-of-contact')
    group by o.name`;
  return rows
    .map((row) => `${row['name']} ${row['people']} ${row['confirmed']} ${row['corrected']} ${row['unknown']}`)
    .toSorted();
}

async function shown(round: RoundRecordView): Promise<string[]> {
  const found: string[] = [];
  for (const node of ['general-a', 'unit-a', 'unit-b']) {
    const response = await officer.get(
      `${verifications}/${round.id}/progress?organizationId=${archives.node(node).id}`,
    );
    const { items } = (await response.json()) as { items: BranchProgressView[] };
    for (const { isBranch, name, progress } of items)
      if (isBranch)
        found.push(
          `${name} ${progress.people} ${progress.confirmed} ${progress.corrected} ${progress.unknown}`,
        );
  }
  return found.toSorted();
}

test('whatever people do and wherever they go, the figures of a round are those of its rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      await archives.owner`update verification_rounds set state = 'closed'`;
      const opened = await officer.post(verifications, {
        organizationId: archives.node('group').id,
        title: '核实',
        dueOn: '2026-12-31',
      });
      const round = (await opened.json()) as RoundRecordView;
      for (const done of steps) await take(round, done);
      expect(await shown(round)).toEqual(await counted(round));
      await take(round, { kind: 'fold' });
      expect(await shown(round)).toEqual(await counted(round));
    }),
    { numRuns: 12 },
  );
}, 120_000);
