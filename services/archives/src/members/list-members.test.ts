import { duringTests } from '@banyan/test-kit/during-tests';
import type { ActorGrant } from '@banyan/test-kit/service';
import { describe, expect, test } from 'vitest';
import { everything } from '../testing/archives-under-test.ts';
import { createListedArchives, expectAgreement } from '../testing/listed-archives.ts';
import type { Someone } from '../testing/roster.ts';
import { foldMemberCounts } from './count-members.ts';

const archives = duringTests(createListedArchives);

const scopes: [string, ActorGrant[], (person: Someone) => boolean][] = [
  ['the whole group', [{ permissions: everything, mode: 'subtree', nodes: ['group'] }], () => true],
  [
    'a unit',
    [{ permissions: everything, mode: 'subtree', nodes: ['unit-a'] }],
    (person) => archives.isBelow(person, 'unit-a'),
  ],
  [
    'a branch',
    [{ permissions: everything, mode: 'node', nodes: ['branch-a1'] }],
    (person) => archives.isBelow(person, 'branch-a1'),
  ],
  [
    'two branches of different units',
    [{ permissions: everything, mode: 'nodes', nodes: ['branch-a3', 'branch-b1'] }],
    (person) => archives.isBelow(person, 'branch-a3') || archives.isBelow(person, 'branch-b1'),
  ],
  [
    'a unit alone, without what lies below it',
    [{ permissions: everything, mode: 'node', nodes: ['unit-a'] }],
    () => false,
  ],
];

describe('lists, filters, totals and search agree with a filter over everybody', () => {
  test.each(scopes)('in the scope of %s', async (_, grants, inScope) => {
    const actor = await archives.actor(grants);
    await expectAgreement(actor, archives.people.filter(inScope));
  });

  test('in a wide scope', async () => {
    const actor = await archives.officer('group');
    await expectAgreement(actor, archives.people.filter(archives.isInWideUnit), archives.wideUnit);
  });

  test.each(['2020-01-27', '2020-01-12', '-infinity', '2030-01-01'])(
    'with people called recent since %s',
    async (since) => {
      archives.recent.since = since;
      for (const name of ['group', 'unit-a', 'branch-a1']) {
        const visible = archives.people.filter((person) => archives.isBelow(person, name));
        await expectAgreement(await archives.officer(name), visible);
      }
      archives.recent.since = null;
    },
  );

  test('after the counts were folded', async () => {
    await foldMemberCounts(archives.kit);
    const [left] = await archives.owner`select count(*)::int as count from member_count_deltas`;
    expect(left).toEqual({ count: 0 });
    await expectAgreement(await archives.officer('group'), archives.people);
    const unit = archives.people.filter((person) => archives.isBelow(person, 'unit-a'));
    await expectAgreement(await archives.officer('unit-a'), unit);
  });
});
