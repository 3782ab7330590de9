import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { at, createArchives, match } from '../testing/archives-under-test.ts';
import type { HistoryItem } from './member-views.ts';

const archives = duringTests(createArchives);

describe('history', () => {
  test('tells who changed which field from what to what, with sensitive values masked', async () => {
    const member = await archives.admit('branch-a1', { phone: '13800138000', post: '采油工' });
    const author = await archives.actor(
      [
        {
          permissions: ['archives.member.read', 'archives.member.update'],
          mode: 'node',
          nodes: ['branch-a1'],
        },
      ],
      member.id,
    );
    await author.patch(at(member), { phone: '13912345678', post: null }, match(1));
    const response = await author.get(at(member, '/history'));
    const { items, total } = (await response.json()) as { items: HistoryItem[]; total: number };
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      action: 'archives.member.update',
      version: 2,
      actor: { id: author.accountId, name: '李文博' },
      fields: [
        { field: 'post', from: '采油工', to: null },
        { field: 'phone', from: '138****8000', to: '139****5678' },
      ],
    });
    expect(items[1]).toMatchObject({ action: 'archives.member.admit', version: 1 });
    expect((await (await archives.officer('unit-b')).get(at(member, '/history'))).status).toBe(404);
  });
});
