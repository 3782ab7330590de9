import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { deliverMerge } from '../testing/merged-organizations.ts';
import { createRegisters, entryAt, registers } from '../testing/registers-under-test.ts';
import type { FloatingView } from './register-views.ts';

const archives = duringTests(createRegisters);

test('who was with a branch that is merged is with the one that goes on, and who is at home there is back', async () => {
  const [ended, into] = [archives.node('branch-a2').id, archives.node('branch-a1').id];
  const officer = await archives.keeper('group');
  const inflow = {
    name: '马小军',
    organizationId: ended,
    since: '2026-05-01',
    partyOrganization: '某镇党委',
  };
  const guest = await bodyOf<FloatingView>(officer.post(`${registers}/inflows`, inflow), 201);
  const colleague = await archives.admit('branch-b1');
  const away = { memberId: colleague.id, since: '2026-05-01', organizationId: ended };
  const visiting = await bodyOf<FloatingView>(officer.post(`${registers}/outflows`, away), 201);
  const { entry: neighbour, member } = await archives.sentAway({ organizationId: ended });
  await deliverMerge(archives, 'branch-a2', 'branch-a1');

  const successor = await archives.keeper('branch-a1');
  const show = (entry: FloatingView) => bodyOf<FloatingView>(successor.get(entryAt(entry)));
  expect(await show(guest)).toMatchObject({ organizationId: into, closedOn: null });
  expect(await show(visiting)).toMatchObject({ organizationId: into, closedOn: null });
  expect((await show(neighbour)).closedOn).not.toBeNull();
  const [record] = await archives.owner`select outflow, version::int from members where id = ${member.id}`;
  expect(record).toEqual({ outflow: null, version: 3 });
});
