import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { deliverMerge } from '../testing/merged-organizations.ts';
import { createTransfers, transferOf, transfers } from '../testing/transfers-under-test.ts';
import type { Deps } from '../deps.ts';
import { expireLetters, remindOfLetters } from './transfer-jobs.ts';

const archives = duringTests(createTransfers);

const stateOf = async (id: string) =>
  (await archives.owner`select state, version::int from transfers where id = ${id}`)[0];

async function issuedUntil(expiresOn: string): Promise<string> {
  const transfer = await archives.apply('branch-a1', 'branch-b1');
  await archives.act(transfer, 'approve');
  await archives.owner`update transfers set issued_on = '2026-10-01', expires_on = ${expiresOn} where id = ${transfer.id}`;
  return transfer.id;
}

describe('letters', () => {
  test('end on the day after their last one, once, and their people stay', async () => {
    const deps = { kit: archives.kit } as Deps;
    const [ended, lasting] = [await issuedUntil('2026-11-22'), await issuedUntil('2026-11-23')];
    await expireLetters(deps);
    await expireLetters(deps);
    expect(await stateOf(ended)).toEqual({ state: 'expired', version: 3 });
    expect(await stateOf(lasting)).toEqual({ state: 'issued', version: 2 });
    const [audit] = await archives.owner`
      select count(*)::int from audit_entries where subject_id = ${ended} and action = 'archives.transfer.expire'`;
    expect(audit).toEqual({ count: 1 });
    expect(await archives.act({ id: ended }, 'resume')).toMatchObject({ state: 'issued' });
  });

  test('that end within a week are announced once, and anew when resumed', async () => {
    const deps = { kit: archives.kit } as Deps;
    const [soon, later] = [await issuedUntil('2026-11-30'), await issuedUntil('2026-12-01')];
    await remindOfLetters(deps);
    await archives.facts();
    const resumed = await issuedUntil('2026-11-24');
    await remindOfLetters(deps);
    const facts = (await archives.facts()).filter(({ type }) => type === 'archives.transfer.ending');
    expect(facts).toMatchObject([{ subject: resumed, data: { expiresOn: '2026-11-24' } }]);
    expect(await stateOf(soon)).toEqual({ state: 'issued', version: 3 });
    expect(await stateOf(later)).toEqual({ state: 'issued', version: 2 });
  });
});

describe('when branches merge', () => {
  const merge = async (ended: string, into: string): Promise<void> =>
    expect(await deliverMerge(archives, ended, into, 'members:organization-merged')).toEqual([[true, false]]);

  test('transfers to and from the one that ends go on, and those between the two are over', async () => {
    const leaving = await archives.apply('branch-a2', 'branch-b1');
    const coming = await archives.apply('branch-a1', 'branch-a2');
    const between = await archives.apply('branch-a2', 'branch-a3');
    for (const transfer of [leaving, coming, between]) await archives.act(transfer, 'approve');
    await merge('branch-a2', 'branch-a3');

    const officer = await archives.approver('group');
    const view = async ({ id }: { id: string }) => transferOf(officer.get(`${transfers}/${id}`));
    expect(await view(leaving)).toMatchObject({ state: 'issued', from: { name: 'branch-a3' }, version: 3 });
    expect(await view(coming)).toMatchObject({ state: 'issued', to: { name: 'branch-a3' } });
    expect(await view(between)).toMatchObject({
      state: 'cancelled',
      closedOn: '2026-11-23',
      from: { name: 'branch-a2' },
      to: { name: 'branch-a3' },
      timeline: [{}, {}, { action: 'merge', actor: { id: null }, from: 'issued', to: 'cancelled' }],
    });
    for (const transfer of [leaving, coming])
      expect(await archives.act(transfer, 'receive')).toMatchObject({ state: 'received' });
    const homes = await archives.owner<{ id: string; home: string }[]>`
      select m.id, o.name as home from members m join organizations o on o.id = m.organization_id`;
    const homeOf = (id: string) => homes.find((row) => row.id === id)?.home;
    expect([leaving, coming, between].map(({ memberId }) => homeOf(memberId))).toEqual([
      'branch-b1',
      'branch-a3',
      'branch-a3',
    ]);
  });

  test('a transfer that is withdrawn while the merge waits for it is over, and stays as it was', async () => {
    const { id } = await archives.apply('branch-a1', 'branch-b1');
    const { merging } = await archives.owner.begin(async (tx) => {
      await tx`
        update transfers set state = 'cancelled', closed_on = '2026-11-20', version = version + 1 where id = ${id}`;
      const waiting = { merging: merge('branch-b1', 'branch-a1') };
      await expect
        .poll(
          () => archives.owner`
            select pid from pg_stat_activity
            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
          { timeout: 30_000 },
        )
        .not.toHaveLength(0);
      return waiting;
    });
    await merging;
    expect(await stateOf(id)).toEqual({ state: 'cancelled', version: 2 });
  });
});
