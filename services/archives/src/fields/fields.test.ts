import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import { createArchives, match, problem } from '../testing/archives-under-test.ts';
import { fieldsOf, fieldsPath, shifts } from '../testing/fields-under-test.ts';
import type { FieldView } from './field-views.ts';

const archives = duringTests(createArchives);
const { make: field, settler, keysSeen } = fieldsOf(archives);

describe('a field', () => {
  test('is inherited by all below, from the top down, and invisible sideways', async () => {
    const ofUnit = await field('unit-a');
    const ofGroup = await field('group');
    const ofBranch = await field('branch-a1');
    const beside = await field('unit-b');
    const at = (node: string) => `?organizationId=${archives.node(node).id}`;
    const secretary = await settler('branch-a1');
    const may = async (node: string) =>
      (await (await settler('unit-a')).get(`${fieldsPath}${at(node)}`)).json() as Promise<{
        abilities: string[];
      }>;
    expect((await may('branch-a1')).abilities).toEqual(['create', 'order']);
    const keys = await keysSeen(secretary, at('branch-a1'));
    expect(keys).toEqual([ofGroup.key, ofUnit.key, ofBranch.key]);
    expect(await keysSeen(secretary, '')).toEqual(keys);
    expect((await secretary.get(`${fieldsPath}${at('branch-b1')}`)).status).toBe(404);
    expect(await keysSeen(await settler('unit-a'), at('branch-a2'))).toEqual([ofGroup.key, ofUnit.key]);
    const whole = await keysSeen(await settler('group'), '');
    expect(whole).toEqual(expect.arrayContaining([ofGroup.key, ofUnit.key, ofBranch.key, beside.key]));
    expect(await keysSeen(await settler('unit-a'), `${at('unit-a')}&below=true`)).not.toContain(beside.key);
  });

  test('is made and changed only where settings may be, with audit rows', async () => {
    const made = await field('unit-a');
    await archives.facts();
    const [below, beside, reader] = [
      await settler('branch-a1'),
      await settler('unit-b'),
      await archives.officer('group'),
    ];
    for (const [who, status] of [
      [below, 404],
      [beside, 404],
      [reader, 403],
    ] as const)
      expect((await who.patch(`${fieldsPath}/${made.id}`, { labelZh: '无' }, match(1))).status).toBe(status);
    const owner = await settler('group');
    const changed = await owner.patch(
      `${fieldsPath}/${made.id}`,
      { labelZh: '宿舍', help: '楼号与房号' },
      match(1),
    );
    expect(await changed.json()).toMatchObject({
      labelZh: '宿舍',
      version: 2,
      abilities: ['update', 'archive'],
    });
    const stale = await owner.patch(`${fieldsPath}/${made.id}`, { labelZh: '房间' }, match(1));
    expect([stale.status, (await problem(stale)).current]).toMatchObject([412, { version: 2 }]);
    const [audit] = await archives.facts();
    expect(audit?.data).toMatchObject({ action: 'archives.field.update', fields: ['labelZh', 'help'] });
    const seenBelow = (await (
      await below.get(`${fieldsPath}?organizationId=${archives.node('branch-a1').id}`)
    ).json()) as {
      items: FieldView[];
    };
    expect(seenBelow.items.find(({ id }) => id === made.id)).toMatchObject({
      organizationId: archives.node('unit-a').id,
      abilities: [],
    });
  });

  test.each([
    [{ key: '班制' }, 'key invalid_format'],
    [{ kind: 'one-of' }, 'options field.no-choice'],
    [{ kind: 'text', unit: '元' }, 'unit field.number-only'],
    [{ kind: 'number', minimum: 3, maximum: 2 }, 'maximum field.bounds'],
    [{ kind: 'text', options: shifts }, 'options field.list-only'],
    [{ kind: 'one-of', options: [...shifts, shifts[0]] }, 'options field.choice-twice'],
    [{ labelZh: ' ' }, 'labelZh too_small'],
  ])('%j is refused and the part is named', async (values, expected) => {
    const body = {
      organizationId: archives.node('group').id,
      key: 'never',
      labelZh: '无',
      kind: 'text',
      ...values,
    };
    const response = await (await settler('group')).post(fieldsPath, body);
    expect(response.status).toBe(400);
    const [error] = (await problem(response)).errors ?? [];
    expect(`${error?.field} ${error?.code}`).toBe(expected);
  });

  test('has a key of its own in the whole enterprise, and the refusal tells nothing of the other', async () => {
    const made = await field('unit-b', { key: 'dormitory', labelZh: '机密' });
    const body = { organizationId: archives.node('unit-a').id, key: made.key, labelZh: '宿舍', kind: 'text' };
    const response = await (await settler('unit-a')).post(fieldsPath, body);
    expect(response.status).toBe(409);
    const text = await response.text();
    expect(text).toContain('field.key-taken');
    expect(text).not.toContain('机密');
  });

  test('is put in an order that all below see', async () => {
    const [first, second] = [await field('branch-a3'), await field('branch-a3')];
    const owner = await settler('branch-a3');
    const organizationId = archives.node('branch-a3').id;
    await owner.post(`${fieldsPath}/order`, { organizationId, ids: [second.id, first.id] });
    const keys = await keysSeen(owner, `?organizationId=${organizationId}`);
    expect(keys.slice(-2)).toEqual([second.key, first.key]);
  });

  test('made twice under one Idempotency-Key is there once', async () => {
    const owner = await settler('unit-b');
    const body = {
      organizationId: archives.node('unit-b').id,
      key: 'only-once',
      labelZh: '一次',
      kind: 'date',
    };
    const answers = [];
    for (let time = 0; time < 2; time += 1)
      answers.push(await (await owner.post(fieldsPath, body, { 'idempotency-key': 'k' })).json());
    expect(answers[1]).toEqual(answers[0]);
  });
});
