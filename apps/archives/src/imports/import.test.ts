import { describe, expect, it } from 'vitest';
import { changesOf, chosenTwice, noDraft, stillMissing } from './column-draft.ts';
import { exampleImport, rightRows, wrongRows } from './example-import.ts';
import { fieldsOf, firstOpenStep, type ImportRow, nextWrongCell, wrongCells } from './import.ts';
import { refusalOf } from './chosen-file.ts';

const rows: ImportRow[] = [...rightRows, ...wrongRows];
const fields = fieldsOf(exampleImport.columns, rows);

describe('going from one wrong cell to the next', () => {
  it('shows wrong columns beside the name, and keeps them there once they are right', () => {
    expect(fields).toEqual(['name', 'idNumber', 'organization', 'stage']);
    const corrected = wrongRows.map((row) => ({
      ...row,
      errors: [],
      cells: row.cells.map((cell) => ({ ...cell, corrected: cell.field === 'stage' })),
    }));
    expect(fieldsOf(exampleImport.columns, corrected)[1]).toBe('stage');
  });

  it('goes down, and from the last one back to the top', () => {
    expect(nextWrongCell(rows, fields, { row: 12, field: 'organization' })).toEqual({
      row: 15,
      field: 'idNumber',
    });
    expect(nextWrongCell(rows, fields, { row: 15, field: 'idNumber' })).toEqual({
      row: 12,
      field: 'organization',
    });
  });

  it('first takes what is still wrong in the same row', () => {
    const [first, second] = wrongRows as [ImportRow, ImportRow];
    const error = { ...first.errors[0], row: 15, field: 'organization' as const };
    const both = [first, { ...second, errors: [...second.errors, error] as ImportRow['errors'] }];
    expect(nextWrongCell(both, fields, { row: 15, field: 'organization' })).toEqual({
      row: 15,
      field: 'idNumber',
    });
  });

  it('visits every wrong cell', () => {
    const all = wrongCells(rows, fields);
    const seen = new Set<string>();
    let at = all[0] ?? null;
    for (const _ of all) {
      if (at) seen.add(`${at.row} ${at.field}`);
      at = at && nextWrongCell(rows, fields, at);
    }
    expect(seen.size).toBe(all.length);
  });
});

describe('where somebody who comes back goes on', () => {
  it.each([
    ['columns that are missing', { missing: ['stage' as const] }, 'columns'],
    ['rows that are wrong', {}, 'rows'],
    ['nothing that stops the import', { invalid: 0 }, 'differences'],
    ['an import that was committed', { status: 'committed' as const }, 'result'],
  ])('with %s', (_what, part, step) => {
    expect(firstOpenStep({ ...exampleImport, ...part })).toBe(step);
  });
});

describe('choosing columns', () => {
  it('sends only what differs', () => {
    expect(changesOf(exampleImport, noDraft)).toBeNull();
    expect(changesOf(exampleImport, { fields: { 1: 'name' } })).toBeNull();
    expect(changesOf(exampleImport, { fields: { 0: 'note' } })).toEqual({
      columns: [{ index: 0, field: 'note' }],
    });
    expect(changesOf(exampleImport, { fields: {}, stage: 'full' })).toEqual({
      defaults: { organizationId: null, stage: 'full' },
    });
  });

  it('names a field that two columns would bring, and one that none would', () => {
    expect(chosenTwice(exampleImport, { fields: { 0: 'name' } })).toEqual(['name']);
    expect(stillMissing(exampleImport, { fields: { 4: null } })).toEqual(['stage']);
    expect(stillMissing(exampleImport, { fields: { 4: null }, stage: 'full' })).toEqual([]);
  });

  it('takes leaving out for a choice where two columns have the same heading', () => {
    const columns = exampleImport.columns.map((column) => ({ ...column, duplicate: column.index === 0 }));
    expect(changesOf({ ...exampleImport, columns }, { fields: { 0: null } })).toEqual({
      columns: [{ index: 0, field: null }],
    });
  });
});

describe('a file that is chosen', () => {
  it.each([
    ['名册.xlsx', 1000, null],
    ['名册.CSV', 1000, null],
    ['名册.xls', 1000, 'archives.import-type'],
    ['名册.xlsx', 0, 'file.empty'],
    ['名册.csv', 60_000_000, 'file.too-large'],
  ])('%s of %i bytes', (name, size, refusal) => {
    expect(refusalOf({ name, size })).toBe(refusal);
  });
});
