import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { idNumber, match, path as members, problem } from '../testing/archives-under-test.ts';
import { createRegisters, entryAt, keeping, registers } from '../testing/registers-under-test.ts';
import type { FloatingView } from './register-views.ts';

const archives = duringTests(createRegisters);

describe('people of elsewhere', () => {
  const someone = () => ({
    name: '马小军',
    organizationId: archives.node('branch-a2').id,
    since: '2026-05-01',
    partyOrganization: '某县某镇党委',
    phone: '13911112222',
  });

  test('have a small record of their own, sealed and masked, and are on no roll', async () => {
    const keeper = await archives.keeper('branch-a2');
    const number = idNumber('1980-02-03', 31);
    const key = { 'idempotency-key': 'inflow-1' };
    const body = { ...someone(), idNumber: number };
    const entry = await bodyOf<FloatingView>(keeper.post(`${registers}/inflows`, body, key), 201);
    const again = await bodyOf<FloatingView>(keeper.post(`${registers}/inflows`, body, key), 201);
    expect(again.id).toBe(entry.id);
    expect(entry).toMatchObject({
      direction: 'in',
      memberId: null,
      sex: 'male',
      idNumber: `6502****${number.slice(-4)}`,
      phone: '139****2222',
      homeOrganizationName: '某县某镇党委',
    });
    expect(JSON.stringify(await archives.owner`select * from floating_members`)).not.toContain(number);
    const { items } = await bodyOf<{ items: unknown[] }>(
      keeper.get(`${members}?q=${encodeURIComponent('马小军')}`),
    );
    expect(items).toEqual([]);
    const plain = { fields: ['idNumber', 'phone'], reason: '核对' };
    expect(await bodyOf(keeper.post(entryAt(entry, '/unmask'), plain))).toEqual({
      idNumber: number,
      phone: '13911112222',
    });
    const twice = await (
      await archives.keeper('branch-b1')
    ).post(`${registers}/inflows`, {
      ...body,
      organizationId: archives.node('branch-b1').id,
    });
    expect([twice.status, (await problem(twice)).code]).toEqual([409, 'archives.already-floating']);
  });

  test('are corrected and closed by the branch that they are with', async () => {
    const keeper = await archives.keeper('branch-a2');
    const entry = await bodyOf<FloatingView>(keeper.post(`${registers}/inflows`, someone()), 201);
    const corrected = await bodyOf<FloatingView>(
      keeper.patch(entryAt(entry), { name: '马晓军', idNumber: null }, match(entry.version)),
    );
    expect(corrected.name).toBe('马晓军');
    const close = { on: '2026-11-01', closing: 'other' };
    const closed = await bodyOf<FloatingView>(
      keeper.post(entryAt(entry, '/close'), close, match(corrected.version)),
    );
    expect(closed.abilities).toEqual(['unmask']);
  });

  test('a branch out of scope is as unknown as none, and reading gives no right to write', async () => {
    const keeper = await archives.keeper('branch-a1');
    expect((await keeper.post(`${registers}/inflows`, someone())).status).toBe(404);
    const reader = await archives.keeper('branch-a2', [keeping[0] as string]);
    expect((await reader.post(`${registers}/inflows`, someone())).status).toBe(403);
  });
});
