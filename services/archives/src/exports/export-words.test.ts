import { expect, test } from 'vitest';
import { guessColumns } from '../imports/guess-columns.ts';
import { importFields } from '../imports/import-fields.ts';
import { headings } from './export-words.ts';

/** Columns that a roster brings back under another name. */
const asImported: Record<string, string> = { organizationName: 'organization', sectionName: 'section' };

test('what was exported is understood when it comes back', () => {
  const back = Object.entries(headings)
    .map(([key, [chinese]]) => ({ heading: chinese, field: asImported[key] ?? key }))
    .filter(({ field }) => (importFields as readonly string[]).includes(field));
  const guessed = guessColumns(
    back.map(({ heading }) => heading),
    [],
    {},
  );
  expect(guessed.map(({ heading, field }) => ({ heading, field }))).toEqual(back);
  expect(back.length).toBe(importFields.length);
});
