import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createArchives, path } from '../testing/archives-under-test.ts';
import { deliverMerge } from '../testing/merged-organizations.ts';

const archives = duringTests(createArchives);

describe('a merged branch', () => {
  test('hands its people over once, with history, audit row and fact, and every total agrees', async () => {
    const ended = archives.node('branch-a2');
    const into = archives.node('branch-a1');
    const people = [await archives.admit('branch-a2'), await archives.admit('branch-a2')];
    await archives.admit('branch-a1');
    await archives.facts();
    expect(await deliverMerge(archives, 'branch-a2', 'branch-a1', 'members:organization-merged')).toEqual([
      [true, false],
    ]);

    const facts = await archives.facts();
    expect(facts.filter(({ type }) => type === 'archives.member.updated')).toHaveLength(2);
    expect(facts.find(({ subject }) => subject === people[0]?.id)?.data).toMatchObject({
      version: 2,
      person: { organizationId: into.id },
      fields: ['organizationId'],
    });
    const officer = await archives.officer('group');
    const totalAt = async (organizationId: string): Promise<number> =>
      ((await (await officer.get(`${path}?organizationId=${organizationId}`)).json()) as { total: number })
        .total;
    expect([await totalAt(ended.id), await totalAt(into.id)]).toEqual([0, 3]);
    const history = (await (await officer.get(`${path}/${people[0]?.id}/history`)).json()) as {
      items: unknown[];
    };
    expect(history.items[0]).toMatchObject({
      version: 2,
      fields: [{ field: 'organizationId', from: ended.id, to: into.id }],
    });
  });
});
