import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleField, exampleNumber } from '../fields/example-field.ts';
import { exampleImport, wrongRows } from './example-import.ts';
import type { Import, ImportRow } from './import.ts';
import { OneImport } from './ImportPage.tsx';

const { id } = exampleImport;
const path = `/api/archives/imports/${id}`;
const column = {
  index: 5,
  letter: 'F',
  heading: '班次',
  field: 'custom.shift',
  guess: 'known',
  duplicate: false,
  samples: ['中班'],
} satisfies Import['columns'][number];
const shown: Import = {
  ...exampleImport,
  columns: [
    ...exampleImport.columns,
    column,
    { ...column, index: 6, heading: '补贴', field: null, guess: 'none' as const },
  ],
};
const [first] = wrongRows as [ImportRow];
const wrong: ImportRow = {
  ...first,
  cells: [
    ...first.cells,
    { field: 'custom.shift', column: '班次', text: '中班', masked: false, corrected: false },
  ],
  errors: [
    {
      row: first.row,
      column: '班次',
      cell: `F${first.row}`,
      field: 'custom.shift',
      code: 'choice.unknown',
      message: 'Is none of the choices.',
    },
  ],
};
const api = {
  [`GET ${path}`]: () => ({ body: shown }),
  [`GET ${path}/rows`]: () => ({ body: { items: [wrong], total: 1, totalIsExact: true } }),
  [`PATCH ${path}/mapping`]: () => ({ status: 202, body: { ...shown, version: 3 } }),
  [`PATCH ${path}/rows/${wrong.row}`]: () => ({ body: { ...wrong, errors: [], valid: true, version: 2 } }),
  'GET /api/archives/fields': () => ({
    body: { items: [exampleField, exampleNumber], total: 2, totalIsExact: true, abilities: [] },
  }),
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
};
const open = (step: string) =>
  renderPage(<OneImport id={id} />, { at: `/archives/imports/${id}?step=${step}`, api });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('columns of custom fields', () => {
  it('are offered and shown under the labels of the fields', async () => {
    const { calls } = open('columns');
    const row = within((await screen.findByRole('rowheader', { name: /班次/ })).closest('tr') as HTMLElement);
    expect(await row.findByText('班制')).toBeTruthy();
    const select = screen.getByRole('combobox', { name: /补贴/ });
    await userEvent.click(select);
    await userEvent.type(select, '岗位津贴');
    await userEvent.click(await screen.findByTitle('岗位津贴'));
    await userEvent.click(screen.getByRole('button', { name: '按此检查各行' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'PATCH')).toBe(true));
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
      columns: [{ index: 6, field: 'custom.allowance' }],
    });
  });

  it('are put right by a choice of the field', async () => {
    const { calls } = open('rows');
    expect(await screen.findByText('不在可选项中，请另选')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: /夜班/ }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'PATCH')).toBe(true));
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
      cells: { 'custom.shift': '夜班' },
    });
  });
});
