import { describe, expect, it } from 'vitest';
import { changedFields, conflictRows, merge } from './conflict.ts';
import type { FormField } from './fields.tsx';

const fields: FormField[] = ['name', 'post', 'school'].map((name) => ({ name, label: name, kind: 'text' }));
const base = { name: 'a', post: 'b', school: null };

describe('a stale edit', () => {
  it('contests only what both changed to different values', () => {
    const mine = { name: 'a', post: 'mine', school: 'same' };
    const rows = conflictRows(fields, base, mine, { name: 'theirs', post: 'theirs', school: 'same' });
    expect(rows.map(({ field, contested }) => [field.name, contested])).toEqual([
      ['name', false],
      ['post', true],
      ['school', false],
    ]);
  });

  it('takes over what only they changed, and mine where I chose it', () => {
    const mine = { name: 'a', post: 'mine', school: 'typed' };
    const rows = conflictRows(fields, base, mine, { name: 'theirs', post: 'theirs', school: null });
    expect(merge(rows, mine, { post: 'mine' })).toEqual({ name: 'theirs', post: 'mine', school: 'typed' });
    expect(merge(rows, mine, { post: 'theirs' })).toEqual({
      name: 'theirs',
      post: 'theirs',
      school: 'typed',
    });
  });

  it('sends null for what was emptied and nothing for what was left empty', () => {
    expect(changedFields(fields, base, { name: '', post: 'b', school: '' })).toEqual({ name: null });
  });
});
