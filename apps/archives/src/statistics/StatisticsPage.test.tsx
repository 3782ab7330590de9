import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Statistics } from './statistics.ts';
import { StatisticsPage } from './StatisticsPage.tsx';

const example: Statistics = {
  asOf: '2026-11-23T01:00:00.000Z',
  today: '2026-11-23',
  rows: {
    dimension: 'age',
    keys: [
      { key: '0-30', label: null, filter: { bornFrom: '1995-11-24' } },
      { key: '71+', label: null, filter: { bornTo: '1955-11-23' } },
      { key: 'unknown', label: null, filter: { without: 'bornOn' } },
    ],
  },
  columns: {
    dimension: 'sex',
    keys: [
      { key: 'male', label: null, filter: { sex: 'male' } },
      { key: 'unknown', label: null, filter: { without: 'sex' } },
    ],
  },
  cells: [
    [1200, 0],
    [300, 4],
    [0, 2],
  ],
  rowTotals: [1200, 304, 2],
  columnTotals: [1500, 6],
  total: 1506,
};
const path = '/archives/statistics';
const api = (statistics: Statistics = example) => ({
  'GET /api/archives/statistics': () => ({ body: statistics }),
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
});

// A page without a screen measures nothing.
HTMLCanvasElement.prototype.getContext = () => null;
Object.defineProperties(HTMLElement.prototype, { clientWidth: { value: 900 }, clientHeight: { value: 300 } });

afterEach(cleanup);

describe('statistics of members', () => {
  it('asks for organizations by stage of those on the roll, and shows figures with their sums', async () => {
    const { calls } = renderPage(<StatisticsPage />, { at: path, api: api() });
    const table = await screen.findByRole('table');
    const first = within(table).getByRole('row', { name: /30 岁及以下/ });
    expect(first.textContent).toBe('30 岁及以下1,20001,200');
    expect(within(table).getByRole('row', { name: /合计.*1,506/ }).textContent).toBe('合计1,50061,506');
    expect(calls.map((call) => call.path)).toContain(
      '/api/archives/statistics?rows=organization&columns=stage&state=active',
    );
  });

  it('opens the people behind a figure with the filters of the page, its row and its column', async () => {
    const at = `${path}?rows=age&columns=sex&stage=full&state=all`;
    const { address } = renderPage(<StatisticsPage />, { at, api: api() });
    const figure = await screen.findByRole('link', { name: '未登记 · 未登记：2 人，打开名单' });
    expect(figure.getAttribute('href')).toBe('/archives/members?stage=full&without=bornOn%2Csex');
    await userEvent.click(screen.getByRole('link', { name: /71 岁及以上 · 男/ }));
    expect(address()).toBe('/archives/members?stage=full&bornTo=1955-11-23&sex=male');
  });

  it('keeps what was chosen in the address, and tells figures as shares', async () => {
    const { address } = renderPage(<StatisticsPage />, { at: `${path}?rows=age&columns=sex`, api: api() });
    await screen.findByRole('table');
    await userEvent.click(screen.getByText('占行'));
    expect(address()).toContain('share=row');
    expect(screen.getByRole('link', { name: /71 岁及以上 · 男/ }).textContent).toBe('98.7%');
    await userEvent.click(screen.getByRole('button', { name: '行列互换' }));
    expect(address()).toContain('rows=sex&columns=age');
  });

  it('says what to do where there is nobody', async () => {
    const nobody = { ...example, rows: { ...example.rows, keys: [] }, cells: [], rowTotals: [], total: 0 };
    renderPage(<StatisticsPage />, { at: path, api: api(nobody) });
    expect(await screen.findByText('所选范围内没有人员')).toBeTruthy();
  });
});
