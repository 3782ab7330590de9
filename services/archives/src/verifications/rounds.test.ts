import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeEach, describe, expect, test } from 'vitest';
import { match, problem } from '../testing/archives-under-test.ts';
import { createVerifications, creating, verifications } from '../testing/verifications-under-test.ts';

const archives = duringTests(createVerifications);
beforeEach(() => archives.empty());

describe('a round', () => {
  test('goes down the tree: everybody at the node and below sees it with the own part, nobody beside it does', async () => {
    await archives.admit('branch-a1');
    await archives.admit('branch-a2');
    await archives.admit('branch-a2', { stage: 'applicant' });
    const round = await archives.opened();
    expect(round).toMatchObject({
      title: '年度核实',
      state: 'open',
      isOverdue: false,
      stages: ['probationary', 'full'],
      progress: { people: 2, answered: 0, branches: 2, finished: 0 },
      part: [{ organizationId: archives.node('unit-a').id, isBranch: false }],
      abilities: ['update', 'close', 'remind', 'answer'],
      reminder: null,
    });
    const below = await archives.secretary.get(`${verifications}/${round.id}`);
    expect(await below.json()).toMatchObject({
      progress: { people: 1, branches: 1 },
      part: [{ organizationId: archives.node('branch-a1').id, isBranch: true }],
      abilities: ['answer'],
    });
    const list = (await (await archives.secretary.get(verifications)).json()) as {
      items: { id: string }[];
      total: number;
    };
    expect(list.items.map(({ id }) => id)).toContain(round.id);
    const beside = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['unit-b'] }]);
    expect((await beside.get(`${verifications}/${round.id}`)).status).toBe(404);
    expect((await beside.get(`${verifications}/${round.id}/progress`)).status).toBe(404);
    expect((await beside.post(`${verifications}/${round.id}/close`)).status).toBe(404);
    const others = (await (await beside.get(`${verifications}?state=open`)).json()) as { total: number };
    expect(others.total).toBe(0);
  });

  test('is refused where an open one above or below asks the same people, and not for others', async () => {
    const round = await archives.opened();
    const officer = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['group'] }]);
    for (const node of ['group', 'branch-a1', 'unit-a']) {
      const response = await officer.post(verifications, {
        organizationId: archives.node(node).id,
        title: '再问一次',
        dueOn: '2026-12-31',
      });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({
        code: 'archives.verification-overlapping',
        round: { id: round.id, title: '年度核实' },
      });
    }
    await archives.opened(officer, 'unit-b');
    await archives.opened(officer, 'branch-a1', { stages: ['applicant'] });
  });

  test.each([
    [{ dueOn: '2026-11-22' }, ['dueOn date.past']],
    [{ title: ' ' }, ['title too_small']],
    [{ stages: [] }, ['stages too_small']],
    [{ stages: ['member'] }, ['stages.0 invalid_value']],
    [{ organizationId: 'x' }, ['organizationId invalid_format']],
  ])('%j is refused and the field is named', async (more, errors) => {
    const response = await archives.unit.post(verifications, {
      organizationId: archives.node('unit-a').id,
      title: '年度核实',
      dueOn: '2026-12-31',
      ...more,
    });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
  });

  test('is opened by whoever may at the node; outside it is as unknown as nothing', async () => {
    const body = { title: '年度核实', dueOn: '2026-12-31' };
    expect(
      (
        await archives.secretary.post(verifications, {
          ...body,
          organizationId: archives.node('branch-a1').id,
        })
      ).status,
    ).toBe(403);
    const outside = await archives.unit.post(verifications, {
      ...body,
      organizationId: archives.node('unit-b').id,
    });
    expect(outside.status).toBe(404);
  });

  test('is run by whoever holds all below its node; the node alone is not enough', async () => {
    const alone = await archives.actor([{ permissions: creating, mode: 'node', nodes: ['unit-a'] }]);
    const body = { organizationId: archives.node('unit-a').id, title: '年度核实', dueOn: '2026-12-31' };
    const refused = await alone.post(verifications, body);
    expect(refused.status).toBe(403);
    expect(await problem(refused)).toMatchObject({
      code: 'archives.verification-below',
      errors: [{ field: 'organizationId', code: 'organization.held-alone' }],
    });
    const round = await archives.opened();
    const url = `${verifications}/${round.id}`;
    expect((await alone.patch(url, { note: '延期' }, match(1))).status).toBe(403);
    expect((await alone.post(`${url}/close`)).status).toBe(403);
    expect(await (await alone.get(url)).json()).toMatchObject({
      state: 'open',
      abilities: ['remind', 'answer'],
    });
  });

  test('of one branch is run by whoever holds that branch alone, since nobody is asked below it', async () => {
    await archives.admit('branch-a1');
    const alone = await archives.actor([{ permissions: creating, mode: 'node', nodes: ['branch-a1'] }]);
    const round = await archives.opened(alone, 'branch-a1');
    expect(round).toMatchObject({
      progress: { people: 1 },
      abilities: ['update', 'close', 'remind', 'answer'],
    });
    const closed = await alone.post(`${verifications}/${round.id}/close`);
    expect(await closed.json()).toMatchObject({ state: 'closed', progress: { people: 1 } });
  });

  test('gets more time on the version that was read', async () => {
    const round = await archives.opened();
    const change = (version: number) =>
      archives.unit.patch(
        `${verifications}/${round.id}`,
        { dueOn: '2027-01-15', note: '延期' },
        match(version),
      );
    expect(await (await change(1)).json()).toMatchObject({ dueOn: '2027-01-15', note: '延期', version: 2 });
    const stale = await change(1);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ code: 'record.stale', current: { version: 2 } });
    expect(
      (await archives.unit.patch(`${verifications}/${round.id}`, { dueOn: '2026-11-01' }, match(2))).status,
    ).toBe(400);
    expect((await archives.secretary.patch(`${verifications}/${round.id}`, {}, match(2))).status).toBe(403);
  });
});
