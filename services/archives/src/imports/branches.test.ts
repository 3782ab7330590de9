import { describe, expect, test } from 'vitest';
import { branches } from '../testing/rows-to-parse.ts';
import type { BranchFault } from './branches.ts';

describe('branches', () => {
  test.each([
    ['中共采油一厂采油一队党支部', 'one'],
    ['采油一厂采油一队支部', 'one'],
    ['采油一队', 'one'],
    ['采油 一队', 'one'],
    ['c-one', 'one'],
    ['采油二队党支部委员会', 'two'],
    ['采油一厂党委采油二队党支部', 'two'],
    ['机关第一党支部', 'first-a'],
  ])('%s is found', (text, id) => {
    expect(branches.find(text)).toBe(id);
  });

  test('with one name for two are told apart by those who know them', () => {
    expect(branches.find('第一党支部')).toMatchObject({
      code: 'organization.ambiguous',
      suggestions: [{ organizationId: 'first-a' }, { organizationId: 'first-b' }],
    });
  });

  test('that are none, have ended or are not there come with names that are alike', () => {
    expect(branches.find('采油一厂')).toMatchObject({ code: 'organization.not-a-home' });
    expect(branches.find('采油三队')).toMatchObject({ code: 'organization.ended' });
    const unknown = branches.find('采油一对党支部');
    expect(unknown).toMatchObject({ code: 'organization.unknown' });
    expect((unknown as BranchFault).suggestions.map(({ name }) => name)).toContain('采油二队党支部');
    expect(JSON.stringify(branches.find('采油三对'))).not.toContain('采油三队党支部');
  });
});
