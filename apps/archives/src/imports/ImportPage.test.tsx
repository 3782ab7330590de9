import { registerProblemTexts } from '@banyan/ui-kit';
import { type Call, renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleImport } from './example-import.ts';
import { importPath as path, serviceWithImport as service } from './example-import-service.ts';
import type { Import } from './import.ts';
import { importProblems } from './import-problems.ts';
import { OneImport } from './ImportPage.tsx';

registerProblemTexts(importProblems);
const { id } = exampleImport;

function open(given: ReturnType<typeof service>, search = '', more: Parameters<typeof renderPage>[1] = {}) {
  return renderPage(<OneImport id={id} />, {
    at: `/archives/imports/${id}${search}`,
    ...more,
    api: { ...given.api, ...more.api },
  });
}

const patches = (calls: Call[]) => calls.filter(({ method }) => method === 'PATCH');

afterEach(cleanup);

describe('correcting rows', () => {
  it('begins with the wrong ones, and says at each cell what is wrong', async () => {
    open(service());
    const cell = await screen.findByRole('button', {
      name: /第 12 行，所在支部：采油一队。有误：不止一个支部/,
    });
    expect(cell.tabIndex).toBe(0);
    expect(screen.getByText('末位校验不符，请核对号码')).toBeTruthy();
    expect(screen.queryByText('阮振东')).toBeNull();
  });

  it('saves with Enter, opens the next wrong cell, and keeps what was put right in sight', async () => {
    const { calls } = open(service());
    await userEvent.click(await screen.findByRole('button', { name: /第 12 行，所在支部/ }));
    const first = screen.getByRole('textbox', { name: '第 12 行 所在支部' });
    await userEvent.clear(first);
    await userEvent.type(first, '采油一厂采油一队党支部{Enter}');
    const second = await screen.findByRole('textbox', { name: '第 15 行 证件号码' });
    expect(document.activeElement).toBe(second);
    expect(patches(calls)[0]?.body).toEqual({ cells: { organization: '采油一厂采油一队党支部' } });
    expect(patches(calls)[0]?.headers.get('if-match')).toBe('"1"');
    expect(screen.getByText('牛志远')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('还有 1 行有误');
    await userEvent.clear(second);
    await userEvent.type(second, '650280197605061171{Enter}');
    expect(await screen.findByText('没有有误的行')).toBeTruthy();
  });

  it('takes a suggested branch by one click', async () => {
    const { calls } = open(service());
    await userEvent.click(await screen.findByRole('button', { name: '改为 采油一厂采油一队党支部' }));
    await screen.findByRole('textbox', { name: '第 15 行 证件号码' });
    expect(patches(calls)[0]?.body).toEqual({ cells: { organization: '采油一厂采油一队党支部' } });
  });

  it('stays in a cell that is still wrong, and leaves a cell as it was with Escape', async () => {
    const { calls } = open(service());
    await userEvent.click(await screen.findByRole('button', { name: /第 15 行，证件号码/ }));
    const field = screen.getByRole('textbox', { name: '第 15 行 证件号码' });
    await userEvent.type(field, '9{Enter}');
    await waitFor(() => expect(screen.getByText(/仍有误：末位校验不符/)).toBeTruthy());
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('9{Escape}');
    const cell = screen.getByRole('button', { name: /第 15 行，证件号码/ });
    expect(document.activeElement).toBe(cell);
    expect(patches(calls)).toHaveLength(1);
  });

  it('keeps what was typed when it cannot be saved', async () => {
    open(service(), '', {
      api: { [`PATCH ${path}/rows/15`]: () => ({ status: 503, body: {} }) },
    });
    await userEvent.click(await screen.findByRole('button', { name: /第 15 行，证件号码/ }));
    const field = screen.getByRole('textbox', { name: '第 15 行 证件号码' });
    await userEvent.type(field, '9{Enter}');
    expect(await screen.findByText(/服务暂时不可用/)).toBeTruthy();
    expect(field).toHaveProperty('value', '6502801976050611729');
  });

  it('moves among cells with the arrow keys', async () => {
    open(service());
    const cell = await screen.findByRole('button', { name: /第 12 行，所在支部/ });
    cell.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('第 15 行，证件号码');
  });

  it('shows all rows on demand, with the filter in the address', async () => {
    const { address } = open(service());
    await screen.findByText('牛志远');
    await userEvent.click(screen.getByText('全部 4'));
    expect(await screen.findByText('阮振东')).toBeTruthy();
    expect(address()).toContain('filter=all');
  });

  it('shows rows as cards on a phone, wrong cells first', async () => {
    open(service(), '', { width: 390 });
    expect(await screen.findByRole('button', { name: /第 12 行，所在支部/ })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('before anything is written', () => {
  it('shows what each update changes, from what to what', async () => {
    open(service(), '?step=differences');
    const change = within((await screen.findByText('李文博')).closest('li') as HTMLElement);
    expect(change.getByText('大学专科')).toBeTruthy();
    expect(change.getByText('大学本科')).toBeTruthy();
  });

  it('shows people who are added as their records will have them', async () => {
    open(service(), '?step=differences&filter=added');
    const added = within((await screen.findByText('阮振东')).closest('li') as HTMLElement);
    expect(added.getByText('正式党员')).toBeTruthy();
    expect(added.getByText('2004-06-18')).toBeTruthy();
  });

  it('asks with the number before wrong rows are left out', async () => {
    const { calls } = open(service(), '?step=differences', {
      api: {
        [`POST ${path}/commit`]: () => ({
          status: 202,
          body: { ...exampleImport, status: 'committing', progress: { done: 1, total: 2 } },
        }),
      },
    });
    const commit = await screen.findByRole('button', { name: '写入档案' });
    expect(commit).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('checkbox', { name: /跳过 2 行有误的/ }));
    await userEvent.click(commit);
    expect(await screen.findByText('1 / 2 行')).toBeTruthy();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ skipInvalid: true });
  });

  it('checks the rows by another choice of columns, on the version that was read', async () => {
    const { calls, address } = open(service(), '?step=columns', {
      api: {
        [`PATCH ${path}/mapping`]: () => ({
          status: 202,
          body: { ...exampleImport, mode: 'add', version: 3 },
        }),
      },
    });
    await userEvent.click(await screen.findByRole('radio', { name: /只新增/ }));
    await userEvent.click(screen.getByRole('button', { name: '按此检查各行' }));
    await waitFor(() => expect(address()).toContain('step=rows'));
    expect(patches(calls)[0]?.body).toEqual({ mode: 'add' });
    expect(patches(calls)[0]?.headers.get('if-match')).toBe('"2"');
  });
});

describe('after it was written', () => {
  const committed: Partial<Import> = {
    status: 'committed',
    invalid: 0,
    abilities: ['undo'],
    committedAt: '2026-11-23T02:00:00Z',
    committedBy: exampleImport.createdBy,
  };

  it('says what became of the rows and who did what', async () => {
    open(service(committed));
    expect(await screen.findByRole('heading', { name: '已写入档案' })).toBeTruthy();
    expect(screen.getByText(/周文静 写入档案/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /查看这些人员/ })).toBeTruthy();
  });

  it('says why it cannot be undone, row by row, and leaves everything as it was', async () => {
    open(service(committed), '', {
      api: {
        [`POST ${path}/undo`]: () => ({
          status: 409,
          body: {
            code: 'archives.import-not-undoable',
            rows: [{ row: 5, name: '阮振东', code: 'undo.changed-since' }],
            total: 3,
          },
        }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '撤销整批导入' }));
    const question = await screen.findByRole('dialog');
    expect(question.textContent).toContain('将删去新增的 1 份档案');
    await userEvent.click(within(question).getByRole('button', { name: '撤销整批导入' }));
    const why = await screen.findByText(/第 5 行 阮振东 — 导入后档案又有修改/);
    expect(why).toBeTruthy();
    expect(screen.getByText(/不能撤销：下列人员/)).toBeTruthy();
    expect(screen.getByText('还有 2 行')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '已写入档案' })).toBeTruthy();
  });

  it('asks again each second while the service is at work, and then stops', async () => {
    const given = service({ status: 'undoing', progress: { done: 3, total: 4 }, abilities: [] });
    const { calls } = open(given);
    expect(await screen.findByText('3 / 4 行')).toBeTruthy();
    given.state.shown = { ...given.state.shown, status: 'undone', progress: null };
    expect(await screen.findByRole('heading', { name: /已撤销，档案恢复/ }, { timeout: 3000 })).toBeTruthy();
    expect(calls.filter((call) => call.path === path)).toHaveLength(2);
  });
});
