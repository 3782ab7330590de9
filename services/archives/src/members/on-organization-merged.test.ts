import { organizationMerged } from '@banyan/contracts/identity/events';
import { handleOnce } from '@banyan/service-kit/subscriptions';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createArchives, path } from '../testing/archives-under-test.ts';

const archives = duringTests(createArchives);

describe('a merged branch', () => {
  test('hands its people over once, with history, audit row and fact, and every total agrees', async () => {
    const ended = archives.node('branch-a2');
    const into = archives.node('branch-a1');
    const people = [await archives.admit('branch-a2'), await archives.admit('branch-a2')];
    await archives.admit('branch-a1');
    await archives.facts();
    const data = { treeRevision: 2, version: 2, organization: ended, intoId: into.id };
    const id = '019a0000-0000-7000-8000-0000000000ff';
    const message = JSON.stringify({
      specversion: '1.0',
      id,
      source: 'urn:banyan:identity',
      type: organizationMerged.type,
      subject: ended.id,
      time: '2026-11-23T09:00:00.000Z',
      datacontenttype: 'application/json',
      data,
    });
    const reaction = archives.subscriptions.find(({ name }) => name === 'members:organization-merged');
    if (reaction === undefined) throw new Error('archives does not react to merged organizations');
    expect(await handleOnce(archives.kit.database, reaction, id, message)).toBe(true);
    expect(await handleOnce(archives.kit.database, reaction, id, message)).toBe(false);

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
