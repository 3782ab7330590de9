import { systemScope } from '@banyan/service-kit/scope';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { createArchives } from '../testing/archives-under-test.ts';
import { foldTalliesJob, markOverdueJob, verificationJobs } from './verification-jobs.ts';

const service = duringTests(() => createArchives(verificationJobs));

const round = '019a0000-0000-7000-8000-0000000000f1';

test('the daily job marks who is late, and the other folds the tallies, however often they run', async () => {
  const branch = service.node('branch-a1').id;
  await service.owner`
    insert into verification_rounds (id, organization_id, title, question, stages, states, due_on)
    values (${round}, ${service.node('unit-a').id}, '核实', '?', '{full}', '{active}', '2026-11-20')`;
  await service.owner`
    insert into member_counts (organization_id, stage, state, own, below) values (${branch}, 'full', 'active', 3, 3)`;
  await service.owner`
    insert into verification_tally_deltas (round_id, organization_id, answer, delta)
    values (${round}, ${branch}, 'confirmed', 1), (${round}, ${branch}, 'confirmed', 1)`;
  for (let time = 0; time < 2; time += 1) {
    await service.kit.database.write(systemScope('test'), async (tx) => {
      tx.enqueue(markOverdueJob, {});
      tx.enqueue(foldTalliesJob, {});
    });
    await service.settleJobs();
  }
  expect(await service.owner`select organization_id, marked_on from verification_overdue`).toEqual([
    { organization_id: branch, marked_on: expect.anything() },
  ]);
  const tallies = await service.owner`select organization_id, answer, answers::int from verification_tallies`;
  expect([...tallies]).toEqual([{ organization_id: branch, answer: 'confirmed', answers: 2 }]);
  expect(await service.owner`select 1 from verification_tally_deltas`).toHaveLength(0);
});
