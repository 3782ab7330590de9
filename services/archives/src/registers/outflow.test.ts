import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, match, problem } from '../testing/archives-under-test.ts';
import { createRegisters, entryAt, keeping, registers } from '../testing/registers-under-test.ts';
import type { MemberView } from '../members/member-views.ts';
import type { FloatingItem, FloatingView } from './register-views.ts';

const archives = duringTests(createRegisters);

interface List {
  readonly items: FloatingItem[];
  readonly total: number;
}

describe('members who are away', () => {
  test('an outflow changes the record, with its history and fact, and keeps its home', async () => {
    await archives.facts();
    const { member, keeper, entry } = await archives.sentAway({
      partyOrganization: '某街道党工委',
      contactPhone: '13800138000',
    });
    expect(entry).toMatchObject({
      direction: 'out',
      memberId: member.id,
      name: '李文博',
      place: '四川省成都市 某街道党工委',
      contactPhone: '138****8000',
      homeOrganizationName: 'branch-a1',
      abilities: ['update', 'log-contact', 'close', 'unmask'],
    });
    const record = await bodyOf<MemberView>(keeper.get(at(member)));
    expect(record.outflow).toEqual({ since: '2026-03-01', to: '四川省成都市 某街道党工委', reason: null });
    expect(record.organizationId).toBe(member.organizationId);
    const facts = await archives.facts();
    expect(facts.map(({ type }) => type)).toEqual([
      'archives.member.admitted',
      'archives.audit.recorded',
      'archives.member.updated',
      'archives.audit.recorded',
      'archives.audit.recorded',
    ]);
    const [row] = await archives.owner`select * from floating_members where id = ${entry.id}`;
    expect(JSON.stringify(row)).not.toContain('13800138000');
  });

  test('a person is away once, and only an active member is', async () => {
    const { member, keeper } = await archives.sentAway();
    const again = await keeper.post(`${registers}/outflows`, {
      memberId: member.id,
      since: '2026-04-01',
      province: '甘肃省',
    });
    expect([again.status, (await problem(again)).code]).toEqual([409, 'archives.already-floating']);
    const applicant = await archives.admit('branch-a1', { stage: 'applicant' });
    const refused = await keeper.post(`${registers}/outflows`, {
      memberId: applicant.id,
      since: '2026-04-01',
      province: '甘肃省',
    });
    expect((await problem(refused)).code).toBe('archives.not-an-active-member');
  });

  test('the entry follows the record whatever changes it', async () => {
    const { member, keeper, entry } = await archives.sentAway();
    const version = (await bodyOf<MemberView>(keeper.get(at(member)))).version;
    const outflow = { since: '2026-02-01', to: '陕西省西安市', reason: '随子女居住' };
    await bodyOf(keeper.patch(at(member), { outflow }, match(version)));
    expect(await bodyOf<FloatingView>(keeper.get(entryAt(entry)))).toMatchObject({
      since: '2026-02-01',
      place: '陕西省西安市',
      reason: '随子女居住',
      province: null,
    });
    await bodyOf(keeper.patch(at(member), { outflow: null }, match(version + 1)));
    expect((await bodyOf<FloatingView>(keeper.get(entryAt(entry)))).closedOn).not.toBeNull();
  });

  test('whoever leaves the roll is no longer registered as away', async () => {
    const { member, keeper, entry } = await archives.sentAway();
    const { version } = await bodyOf<MemberView>(keeper.get(at(member)));
    await bodyOf(keeper.post(at(member, '/state'), { state: 'deceased', on: '2026-11-01' }, match(version)));
    expect((await bodyOf<FloatingView>(keeper.get(entryAt(entry)))).abilities).not.toContain('close');
  });

  test('a correction of the entry corrects the record, on the version that was read', async () => {
    const { member, keeper, entry } = await archives.sentAway();
    const corrected = await bodyOf<FloatingView>(
      keeper.patch(entryAt(entry), { city: '绵阳市', abroad: true }, match(entry.version)),
    );
    expect(corrected).toMatchObject({ province: '四川省', place: '四川省绵阳市', abroad: true });
    expect(corrected.deadline).toMatchObject({ action: 'log-contact', dueOn: '2026-09-01' });
    expect((await bodyOf<MemberView>(keeper.get(at(member)))).outflow?.to).toBe('四川省绵阳市');
    const stale = await keeper.patch(entryAt(entry), { city: '德阳市' }, match(entry.version));
    expect([stale.status, (await problem(stale)).current]).toMatchObject([412, { city: '绵阳市' }]);
    expect((await keeper.patch(entryAt(entry), { name: '无' }, match(corrected.version))).status).toBe(400);
  });

  test('each contact is kept with its day and way, and moves the next one', async () => {
    const { keeper, entry } = await archives.sentAway({ abroad: true });
    const log = (on: string) =>
      keeper.post(entryAt(entry, '/contacts'), { on, way: 'video', note: '情况正常' });
    await bodyOf(log('2026-10-10'));
    const later = await bodyOf<FloatingView>(log('2026-06-01'));
    expect(later.contacts.map(({ on }) => on)).toEqual(['2026-10-10', '2026-06-01']);
    expect(later).toMatchObject({ lastContactOn: '2026-10-10', deadline: { dueOn: '2027-04-10' } });
    expect((await log('2026-11-24')).status).toBe(400);
    expect((await log('2026-02-28')).status).toBe(400);
  });

  test('coming back closes the entry, which stays in the register', async () => {
    const { member, keeper, entry } = await archives.sentAway();
    const close = { on: '2026-11-20', closing: 'returned' };
    const closed = await bodyOf<FloatingView>(
      keeper.post(entryAt(entry, '/close'), close, match(entry.version)),
    );
    expect(closed).toMatchObject({ closedOn: '2026-11-20', closing: 'returned' });
    expect((await bodyOf<MemberView>(keeper.get(at(member)))).outflow).toBeNull();
    expect((await keeper.post(entryAt(entry, '/contacts'), { on: '2026-11-20', way: 'call' })).status).toBe(
      409,
    );
    const list = await bodyOf<List>(keeper.get(`${registers}/floating?state=closed&pageSize=100`));
    expect(list.items.map(({ id }) => id)).toContain(entry.id);
  });
});

describe('members who are with another branch of the enterprise', () => {
  test('are seen there by name and registration alone, and spoken to by both ends', async () => {
    const { member, entry } = await archives.sentAway({ organizationId: archives.node('branch-b1').id });
    const host = await archives.keeper('branch-b1');
    const list = await bodyOf<List>(host.get(`${registers}/floating?direction=in&pageSize=100`));
    expect(list.items.find(({ id }) => id === entry.id)).toMatchObject({
      direction: 'in',
      name: '李文博',
      memberId: null,
      stage: null,
      homeOrganizationName: 'branch-a1',
      abilities: ['log-contact'],
    });
    expect((await host.get(at(member))).status).toBe(404);
    const spoken = await bodyOf<FloatingView>(
      host.post(entryAt(entry, '/contacts'), { on: '2026-11-01', way: 'meeting' }),
    );
    expect(spoken.contacts).toHaveLength(1);
    const refused = await host.patch(entryAt(entry), { city: '无' }, match(spoken.version));
    expect([refused.status, (await problem(refused)).code]).toEqual([403, 'archives.register-home-only']);
    const elsewhere = await archives.keeper('branch-a3');
    expect((await elsewhere.get(entryAt(entry))).status).toBe(404);
    expect((await bodyOf<List>(elsewhere.get(`${registers}/floating?direction=in`))).total).toBe(0);
  });

  test('are no longer away once the formal relation follows them there', async () => {
    const { member, entry } = await archives.sentAway({ organizationId: archives.node('branch-b1').id });
    const all = ['read', 'create', 'approve', 'receive'].map((verb) => `archives.transfer.${verb}`);
    const officer = await archives.keeper('group', [...all, ...keeping, 'archives.member.read']);
    const transfers = '/api/archives/transfers';
    const body = { memberId: member.id, toOrganizationId: archives.node('branch-b1').id, reason: '随岗位' };
    const { id } = await bodyOf<{ id: string }>(officer.post(transfers, body), 201);
    await bodyOf(officer.post(`${transfers}/${id}/approve`));
    await bodyOf(officer.post(`${transfers}/${id}/receive`));
    expect((await bodyOf<MemberView>(officer.get(at(member)))).outflow).toBeNull();
    const closed = await bodyOf<FloatingView>(officer.get(entryAt(entry)));
    expect([closed.closing, closed.closedOn === null]).toEqual(['transferred', false]);
  });

  test.each([
    ['branch-a1', 'floating.at-home'],
    ['unit-b', 'organization.not-a-home'],
  ])('nobody is away at %s', async (node, code) => {
    const member = await archives.admit('branch-a1');
    const keeper = await archives.keeper('branch-a1');
    const body = { memberId: member.id, since: '2026-03-01', organizationId: archives.node(node).id };
    const refused = await keeper.post(`${registers}/outflows`, body);
    expect((await problem(refused)).errors?.map((error) => error.code)).toEqual([code]);
  });
});
