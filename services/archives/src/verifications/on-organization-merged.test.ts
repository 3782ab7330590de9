import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { deliverMerge } from '../testing/merged-organizations.ts';
import { confirmed, createVerifications, verifications } from '../testing/verifications-under-test.ts';
import type { RoundRecordView } from './verification-views.ts';

const archives = duringTests(createVerifications);

test('a round of a branch that is merged goes on at the one that goes on, with what was answered', async () => {
  const [one, other] = [await archives.admit('branch-a2'), await archives.admit('branch-a2')];
  const closed = await archives.opened(archives.unit, 'branch-a2');
  await archives.unit.post(`${verifications}/${closed.id}/close`);
  const round = await archives.opened(archives.unit, 'branch-a2');
  await archives.answer(archives.unit, round, 'branch-a2', [confirmed(one)]);
  expect((await archives.secretary.get(`${verifications}/${round.id}`)).status).toBe(404);

  const delivered = await deliverMerge(archives, 'branch-a2', 'branch-a1');
  for (const each of delivered) expect(each).toEqual([true, false]);

  const show = ({ id }: { id: string }) =>
    bodyOf<RoundRecordView>(archives.secretary.get(`${verifications}/${id}`));
  expect(await show(round)).toMatchObject({
    organizationId: archives.node('branch-a1').id,
    version: 2,
    progress: { people: 2, answered: 1 },
  });
  expect((await archives.answer(archives.secretary, round, 'branch-a1', [confirmed(other)])).status).toBe(
    200,
  );
  expect(await show(round)).toMatchObject({ progress: { people: 2, answered: 2 } });
  expect(await bodyOf(archives.unit.get(`${verifications}/${closed.id}`))).toMatchObject({
    organizationId: archives.node('branch-a2').id,
    progress: { people: 2, answered: 0 },
  });
  const audited = await archives.owner`
    select version::int from audit_entries where action = 'archives.verification.update'`;
  expect(audited).toEqual([{ version: 2 }]);
});
