import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, idNumber } from '../testing/archives-under-test.ts';

const archives = duringTests(createArchives);

describe('sensitive fields', () => {
  test('are unmasked with a reason, and the audit trail has it', async () => {
    const number = idNumber('1971-01-01', 9);
    const member = await archives.admit('branch-a1', { idNumber: number, phone: '13800138000' });
    const officer = await archives.officer('branch-a1');
    await archives.facts();
    const asking = { fields: ['idNumber', 'phone', 'address'], reason: '核对档案' };
    const response = await officer.post(at(member, '/unmask'), asking);
    expect(await response.json()).toEqual({ idNumber: number, phone: '13800138000', address: null });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await archives.facts()).toMatchObject([
      {
        type: 'archives.audit.recorded',
        data: {
          action: 'archives.member.unmask',
          subjectId: member.id,
          fields: asking.fields,
          reason: '核对档案',
        },
      },
    ]);
    expect((await officer.post(at(member, '/unmask'), { fields: ['phone'] })).status).toBe(400);
    expect((await officer.post(at(member, '/unmask'), { fields: ['name'], reason: 'x' })).status).toBe(400);
  });

  test('stay masked for whoever lacks the permission or the scope', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000' });
    const reader = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    const asking = { fields: ['phone'], reason: '看看' };
    expect((await reader.post(at(member, '/unmask'), asking)).status).toBe(403);
    expect((await (await archives.officer('unit-b')).post(at(member, '/unmask'), asking)).status).toBe(404);
  });
});
