import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { createTransfers, transfers } from '../testing/transfers-under-test.ts';
import type { TransferGroupView } from './transfer-views.ts';

const archives = duringTests(createTransfers);

test('a whole branch that is sent for a second time with the same key is the same group', async () => {
  await archives.admit('branch-a1');
  const officer = await archives.approver('group');
  const body = {
    fromOrganizationId: archives.node('branch-a1').id,
    toOrganizationId: archives.node('branch-b1').id,
    reason: '支部撤并',
  };
  const send = () =>
    bodyOf<TransferGroupView>(officer.post(`${transfers}/groups`, body, { 'idempotency-key': 'once' }), 201);
  const first = await send();
  expect((await send()).id).toBe(first.id);
});
