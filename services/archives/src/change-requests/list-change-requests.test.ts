import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { describe, expect, test } from 'vitest';
import { accept, changeRequests, createChangeRequests } from '../testing/change-requests-under-test.ts';
import type { ChangeRequestItem } from './change-request-views.ts';

const archives = duringTests(createChangeRequests);

describe('who sees a request', () => {
  const ids = async (actor: TestActor, query = '') => {
    const response = await actor.get(`${changeRequests}${query}`);
    const { items, total } = (await response.json()) as { items: ChangeRequestItem[]; total: number };
    expect(total).toBe(items.length);
    return items.map(({ id }) => id);
  };

  test('lists hold what the scope holds: all, mine, to decide', async () => {
    const [one, other] = [await archives.admit('branch-a3'), await archives.admit('branch-b1')];
    const person = await archives.personAs(one.id);
    const asked = await archives.proposed(person, one.id, { post: '班长' });
    const secretary = await archives.secretaryOf('branch-a3');
    const second = await archives.proposed(secretary, one.id, { school: '石油大学' });
    const outside = await archives.proposed(await archives.personAs(other.id), other.id, { post: '班长' });
    expect(await ids(person)).toEqual([second.id, asked.id]);
    expect(await ids(person, '?box=mine')).toEqual([asked.id]);
    expect(await ids(secretary)).toEqual([second.id, asked.id]);
    expect(await ids(secretary, '?box=to-decide&sort=proposedAt')).toEqual([asked.id, second.id]);
    expect(await ids(secretary, '?pageSize=100&state=decided')).toEqual([]);
    expect((await person.get(`${changeRequests}?box=to-decide`)).status).toBe(403);
    expect((await secretary.get(`${changeRequests}/${outside.id}`)).status).toBe(404);
    expect((await archives.decide(secretary, outside.id, [accept('post')])).status).toBe(404);
    const own = await archives.secretaryOf('branch-a3', one.id);
    expect(await ids(own, '?box=to-decide')).toEqual([]);
  });

  test('a request goes with the person to another branch', async () => {
    const member = await archives.admit('branch-a1');
    const request = await archives.proposed(await archives.personAs(member.id), member.id, { post: '班长' });
    const [before, after] = [
      await archives.secretaryOf('branch-a1'),
      await archives.secretaryOf('branch-b1'),
    ];
    await archives.owner`
      update members set organization_id = ${archives.node('branch-b1').id} where id = ${member.id}`;
    expect((await before.get(`${changeRequests}/${request.id}`)).status).toBe(404);
    expect((await archives.decide(before, request.id, [accept('post')])).status).toBe(404);
    expect(await ids(after)).toContain(request.id);
    expect((await archives.decide(after, request.id, [accept('post')])).status).toBe(200);
  });
});

test('what waits to be decided is told only where requests may be read, too', async () => {
  const [near, far] = [await archives.admit('branch-a1'), await archives.admit('branch-b1')];
  const asked = await archives.proposed(await archives.personAs(near.id), near.id, { post: '班长' });
  await archives.proposed(await archives.personAs(far.id), far.id, { post: '班长' });
  const decider = await archives.actor([
    { permissions: ['archives.change-request.read'], mode: 'node', nodes: ['branch-a1'] },
    { permissions: ['archives.change-request.approve'], mode: 'subtree', nodes: ['group'] },
  ]);
  const response = await decider.get(`${changeRequests}?box=to-decide`);
  const { items } = (await response.json()) as { items: ChangeRequestItem[] };
  expect(items.map(({ id }) => id)).toEqual([asked.id]);
});
