import type { Answer, Call } from '@banyan/ui-kit/testing';
import { exampleImport, rightRows, wrongRows } from './example-import.ts';
import type { Import, ImportRow } from './import.ts';

export const importPath = `/api/archives/imports/${exampleImport.id}`;

/** A service that keeps one import: a correction with the right text puts the row right. */
export function serviceWithImport(
  start: Partial<Import> = {},
  rows: ImportRow[] = [...rightRows, ...wrongRows],
) {
  const state = { shown: { ...exampleImport, ...start }, rows };
  const correct = (call: Call, number: number): Answer => {
    const { cells } = call.body as { cells: Record<string, string> };
    const [field, text] = Object.entries(cells)[0] as [string, string];
    const row = state.rows.find((other) => other.row === number) as ImportRow;
    const right = ['650280197605061171', '采油一厂采油一队党支部'].includes(text);
    const after: ImportRow = {
      ...row,
      valid: right,
      corrected: true,
      action: right ? 'add' : null,
      errors: right ? [] : row.errors,
      cells: row.cells.map((cell) => (cell.field === field ? { ...cell, text, corrected: true } : cell)),
      version: row.version + 1,
    };
    state.rows = state.rows.map((other) => (other.row === number ? after : other));
    const invalid = state.rows.filter(({ valid }) => !valid).length;
    state.shown = { ...state.shown, invalid, valid: state.rows.length - invalid };
    return { body: after };
  };
  return {
    state,
    api: {
      [`GET ${importPath}`]: () => ({ body: state.shown }),
      [`GET ${importPath}/rows`]: (call: Call) => {
        const filter = new URL(call.path, 'http://x').searchParams.get('filter');
        const items = state.rows.filter(
          ({ valid, action }) =>
            filter === 'all' ||
            (filter === 'invalid' && !valid) ||
            (filter === 'updated' && action === 'update') ||
            (filter === 'added' && action === 'add'),
        );
        return { body: { items, total: items.length, totalIsExact: true } };
      },
      ...Object.fromEntries(
        rows.map(({ row }) => [`PATCH ${importPath}/rows/${row}`, (call: Call) => correct(call, row)]),
      ),
      'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
    },
  };
}
