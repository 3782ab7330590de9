import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { afterEach, describe, expect, test } from 'vitest';
import { at, everything, problem } from '../testing/archives-under-test.ts';
import { changeRequests, createChangeRequests } from '../testing/change-requests-under-test.ts';
import { registers } from '../testing/registers-under-test.ts';
import { transferOf, transfers } from '../testing/transfers-under-test.ts';

const archives = duringTests(createChangeRequests);
afterEach(() => Object.assign(archives.unmaskBudget, { records: 30, minutes: 10 }));

const asking = { fields: ['phone'], reason: '核对' };
const unmask = (actor: TestActor, member: { id: string }) => actor.post(at(member, '/unmask'), asking);

const people = (count: number) =>
  Promise.all(Array.from({ length: count }, () => archives.admit('branch-a1', { phone: '13800138000' })));

async function trailOf({ accountId }: TestActor): Promise<string[]> {
  const rows = await archives.owner<{ action: string }[]>`
    select action from audit_entries where account_id = ${accountId} order by at, id`;
  return rows.map(({ action }) => action.slice('archives.'.length));
}

const [shown, notice] = ['member.unmask', 'member.unmask-limit'];

describe('an account that sees many records in full', () => {
  test('has to wait after so many, is told for how long, and the trail says so once', async () => {
    archives.unmaskBudget.records = 2;
    const officer = await archives.officer('branch-a1');
    const [first, second, third] = await people(3);
    for (const member of [first, second]) expect((await unmask(officer, member!)).status).toBe(200);
    for (const _ of [1, 2]) {
      const refused = await unmask(officer, third!);
      expect([refused.status, (await problem(refused)).code]).toEqual([429, 'archives.unmask-limit']);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(580);
      expect(seconds).toBeLessThanOrEqual(600);
    }
    expect(await trailOf(officer)).toEqual([shown, shown, notice]);
    const [entry] = await archives.owner`
      select entity, subject_id, organization_id, reason, fields from audit_entries
      where action = ${`archives.${notice}`} and account_id = ${officer.accountId}`;
    expect(entry).toEqual({
      entity: 'member',
      subject_id: third!.id,
      organization_id: archives.node('branch-a1').id,
      reason: '核对',
      fields: [],
    });
    expect((await unmask(officer.elsewhere(), third!)).status).toBe(429);
    expect((await unmask(await archives.officer('branch-a1'), third!)).status).toBe(200);
  });

  test('sees again what it has seen, at no cost', async () => {
    archives.unmaskBudget.records = 2;
    const officer = await archives.officer('branch-a1');
    const [first, second, third] = await people(3);
    for (const member of [first, first, second, second, first])
      expect((await unmask(officer, member!)).status).toBe(200);
    expect((await unmask(officer, third!)).status).toBe(429);
    expect((await unmask(officer, first!)).status).toBe(200);
  });

  test('goes on when the minutes are over, and the next pause is told of anew', async () => {
    archives.unmaskBudget.records = 1;
    const officer = await archives.officer('branch-a1');
    const [first, second, third] = await people(3);
    await unmask(officer, first!);
    expect((await unmask(officer, second!)).status).toBe(429);
    await archives.owner`update audit_entries set at = at - interval '9 minutes' where account_id = ${officer.accountId}`;
    expect((await unmask(officer, second!)).status).toBe(429);
    await archives.owner`update audit_entries set at = at - interval '1 minute' where account_id = ${officer.accountId}`;
    expect((await unmask(officer, second!)).status).toBe(200);
    expect((await unmask(officer, third!)).status).toBe(429);
    expect(await trailOf(officer)).toEqual([shown, notice, shown, notice]);
  });

  test('gets no further by asking side by side', async () => {
    archives.unmaskBudget.records = 3;
    const officer = await archives.officer('branch-a1');
    const answers = await Promise.all((await people(12)).map((member) => unmask(officer, member)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      ...Array(3).fill(200),
      ...Array(9).fill(429),
    ]);
    expect((await trailOf(officer)).toSorted()).toEqual([notice, shown, shown, shown].toSorted());
  });

  test('pays for nothing that it was refused or may not see', async () => {
    archives.unmaskBudget.records = 1;
    const officer = await archives.officer('branch-a1');
    const [member] = await people(1);
    const stranger = await archives.admit('branch-b1', { phone: '13800138000' });
    expect((await unmask(officer, stranger)).status).toBe(404);
    expect((await officer.post(at(member!, '/unmask'), { fields: ['phone'] })).status).toBe(400);
    expect((await unmask(officer, member!)).status).toBe(200);
    // What is not theirs stays unknown when nothing is left.
    expect((await unmask(officer, stranger)).status).toBe(404);
  });

  test('pays from one budget for records, proposals, entries of registers, letters and exports', async () => {
    const permissions = [
      ...everything,
      ...['archives.member.export', 'archives.register.read', 'archives.register.update'],
      ...['archives.transfer.read', 'archives.transfer.create', 'archives.transfer.approve'],
      ...['archives.change-request.read', 'archives.change-request.approve'],
    ];
    const officer = await archives.actor([{ permissions, mode: 'subtree', nodes: ['group'] }]);
    const [member, away, leaving] = await people(3);
    const person = await archives.personAs(member!.id);
    const proposal = await archives.proposed(person, member!.id, { phone: '13912345678' });
    const outflow = { memberId: away!.id, since: '2026-03-01', province: '四川省', city: '成都市' };
    const entry = await created(officer.post(`${registers}/outflows`, outflow));
    const applied = await transferOf(
      officer.post(transfers, {
        memberId: leaving!.id,
        toOrganizationId: archives.node('branch-b1').id,
        reason: '调动',
        duesPaidThrough: '2026-10',
      }),
      201,
    );
    await officer.post(`${transfers}/${applied.id}/approve`, { validDays: 15 });
    const ours = { 'x-banyan-client': 'tests' };
    const question = 'columns=name,phone&unmasked=true&reason=x&format=csv';
    const acts: (() => Promise<Response>)[] = [
      () => unmask(officer, member!),
      () => officer.post(`${changeRequests}/${proposal.id}/unmask`, asking),
      () => officer.post(`${registers}/floating/${entry.id}/unmask`, asking),
      () => officer.get(`${transfers}/${applied.id}/letter.docx?idNumber=plain&reason=x`, ours),
      () => officer.get(`/api/archives/members/export?${question}`, ours),
    ];
    for (const [before, act] of acts.entries()) {
      archives.unmaskBudget.records = before + 1;
      const answer = await act();
      expect([before, answer.status]).toEqual([before, 200]);
      await answer.arrayBuffer();
      expect((await unmask(officer, leaving!)).status).toBe(429);
    }
    // With the first act left alone, the records of the others are new again.
    await archives.owner`
      delete from audit_entries where account_id = ${officer.accountId} and action <> 'archives.member.unmask'`;
    archives.unmaskBudget.records = 1;
    for (const act of acts.slice(1, 4)) expect((await act()).status).toBe(429);
  });

  test('is found by an index, however long the trail is', async () => {
    const officer = await archives.officer('branch-a1');
    await archives.owner`
      insert into audit_entries (id, at, account_id, action, entity)
      select gen_random_uuid(), now() - n * interval '1 second', gen_random_uuid(), 'archives.member.unmask', 'member'
      from generate_series(1, 20000) n`;
    await archives.owner`analyze audit_entries`;
    const [before, after] = await archives.owner.begin(async (sql) => {
      // They count since they were last handed in, which earlier transactions may wait for.
      const scans = async () => {
        const [row] = await sql<{ whole: number; indexed: number }[]>`
          select seq_scan::int as whole, idx_scan::int as indexed from pg_stat_xact_user_tables
          where relname = 'audit_entries'`;
        return row ?? { whole: 0, indexed: 0 };
      };
      await sql`select set_config('banyan.account', ${officer.accountId}, true)`;
      await sql`set local plan_cache_mode = 'force_generic_plan'`;
      const first = await scans();
      await sql`select * from unmasked_within(600)`;
      return [first, await scans()];
    });
    expect(after).toEqual({ whole: before?.whole, indexed: (before?.indexed ?? 0) + 1 });
  });
});

async function created(answer: Promise<Response>): Promise<{ id: string }> {
  const response = await answer;
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string };
}
