import { expect, test } from 'vitest';
import { inherited, settings } from './setting.ts';

const line = ['group', 'unit', 'branch'];
const own = (organizationId: string, value: unknown) => ({ organizationId, value, version: 1 });

test.each([
  ['nothing is set', [], null],
  ['the nearest wins', [own('group', 1), own('unit', 2)], { from: 'unit', value: 2 }],
  ['its own comes first', [own('group', 1), own('branch', 3)], { from: 'branch', value: 3 }],
  ['what was taken back inherits again', [own('group', 1), own('branch', null)], { from: 'group', value: 1 }],
  ['false is a value', [own('group', true), own('unit', false)], { from: 'unit', value: false }],
  ['another line does not count', [own('elsewhere', 9)], null],
])('%s', (_, values, expected) => {
  expect(inherited(line, values)).toEqual(expected);
});

test('every default is a value that its own schema takes', () => {
  for (const { schema, default: value } of Object.values(settings))
    expect(schema.safeParse(value).success).toBe(true);
});
