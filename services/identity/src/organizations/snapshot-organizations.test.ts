import type { TreeSnapshot } from '@banyan/service-kit/organizations-replica';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { serviceSecret } from '../testing/identity-under-test.ts';
import { createOrganizations } from '../testing/organizations-under-test.ts';

const identity = duringTests(createOrganizations);
const headers = { 'x-service-secret': serviceSecret };

async function snapshot(after?: number): Promise<TreeSnapshot> {
  const query = after === undefined ? '' : `?after=${after}`;
  const answer = await identity.anonymous('GET', `/internal/organizations${query}`, { headers });
  expect(answer.status).toBe(200);
  return (await answer.json()) as TreeSnapshot;
}

const names = ({ organizations }: TreeSnapshot): string[] => organizations.map(({ name }) => name).toSorted();

async function move(node: string, parent: string): Promise<void> {
  const moved = await identity.system.post(identity.url(node, '/move'), {
    parentId: identity.node(parent).id,
  });
  expect(moved.status).toBe(200);
}

describe('what has changed in the tree since a revision', () => {
  test('is nothing for who holds the present one', async () => {
    const { revision } = await snapshot();
    expect(await snapshot(revision)).toEqual({ revision, whole: false, organizations: [] });
  });

  test('is what moved with all that lies below it now, as it is now, and nothing beside it', async () => {
    const { revision } = await snapshot();
    await move('general-a', 'unit-b');
    const changed = await snapshot(revision);
    expect(names(changed)).toEqual(['branch-a1', 'branch-a2', 'general-a']);
    expect([changed.revision, changed.whole]).toEqual([revision + 1, false]);
    const whole = await snapshot();
    const held = new Map(whole.organizations.map((node) => [node.id, node]));
    for (const node of changed.organizations) expect(node).toEqual(held.get(node.id));

    await move('general-a', 'unit-a');
    expect(names(await snapshot(revision + 1))).toEqual(['branch-a1', 'branch-a2', 'general-a']);
    const merged = await identity.system.post(identity.url('branch-a1', '/merge'), {
      intoId: identity.node('branch-a2').id,
    });
    expect(merged.status).toBe(200);
    expect(names(await snapshot(revision + 2))).toEqual(['branch-a1']);
  });

  test('is the whole tree where history does not tell every change, and for a revision that never was', async () => {
    const whole = await snapshot();
    expect(whole.whole).toBe(true);
    for (const after of [-1, whole.revision + 1]) expect(await snapshot(after)).toEqual(whole);
    expect((await snapshot(0)).whole).toBe(false);
    await identity.owner`delete from organization_changes where tree_revision = ${whole.revision - 1}`;
    expect(await snapshot(0)).toEqual(whole);
    expect(await snapshot(whole.revision - 1)).toMatchObject({ whole: false });
  });

  test('and whether an organization was merged, and into which, is said to services alone', async () => {
    const path = (node: string): string => `/internal/organizations/${identity.node(node).id}/merged-into`;
    const into = async (node: string): Promise<unknown> =>
      (await identity.anonymous('GET', path(node), { headers })).json();
    expect(await into('branch-a1')).toEqual({ id: identity.node('branch-a2').id });
    expect(await into('branch-a2')).toEqual({ id: null });
    const again = await identity.system.post(identity.url('branch-a2', '/merge'), {
      intoId: identity.node('branch-a3').id,
    });
    expect(again.status).toBe(200);
    for (const ended of ['branch-a1', 'branch-a2'])
      expect(await into(ended)).toEqual({ id: identity.node('branch-a3').id });
    expect((await identity.anonymous('GET', path('branch-a1'))).status).toBe(403);
  });
});
