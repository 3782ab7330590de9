import { registerProblemTexts } from '@banyan/ui-kit';
import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleGroup, exampleItem, exampleTransfer, issuedTransfer } from './example-transfer.ts';
import type { Transfer } from './transfer.ts';
import { transferProblems } from './transfer-problems.ts';
import { TransferGroupPage } from './TransferGroupPage.tsx';
import { TransferListPage } from './TransferListPage.tsx';
import { TransferRecord } from './TransferRecord.tsx';

// Whole pages with their forms, beside other work on two processors.

registerProblemTexts(transferProblems);
const base = '/api/archives/transfers';
const { id } = exampleTransfer;
const due = { approve: 2, receive: 0, receipt: 0, ending: 1, expired: 0, total: 3 };
const common = {
  [`GET ${base}/due`]: () => ({ body: due }),
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
};
const show = (transfer: Transfer, api: NonNullable<Parameters<typeof renderPage>[1]>['api'] = {}) =>
  renderPage(<TransferRecord id={id} />, {
    at: `/archives/transfers/${id}`,
    api: { ...common, [`GET ${base}/${id}`]: () => ({ body: transfer }), ...api },
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00+08:00') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
});

describe('the list of transfers', () => {
  it('says from where to where, how long the letter holds, and what waits for me', async () => {
    const list = { items: [{ ...exampleItem, state: 'issued', letter: issuedTransfer.letter }], total: 1 };
    renderPage(<TransferListPage />, {
      at: '/archives/transfers',
      api: { ...common, [`GET ${base}`]: () => ({ body: { ...list, totalIsExact: true } }) },
    });
    const row = await screen.findByRole('row', { name: /李文博/ });
    expect(row.textContent).toContain('采油一队党支部→采油二队党支部');
    expect(within(row).getByText('剩 3 天').getAttribute('datetime')).toBe('2026-11-26');
    const waiting = await screen.findByRole('link', { name: /待我审批/ });
    expect(waiting.getAttribute('href')).toBe('/archives/transfers?due=approve');
    expect(screen.queryByRole('link', { name: /待我接收/ })).toBeNull();
  });
});

describe('a transfer', () => {
  it('shows its way with who and when, who is responsible, and only what I may do', async () => {
    show(exampleTransfer);
    expect(await screen.findByText(/仍由采油一队党支部负责管理/)).toBeTruthy();
    const way = screen.getAllByRole('list')[0] as HTMLElement;
    expect(way.textContent).toContain('申请周文静 · 2026-11-20审批并开具介绍信接收回执归档');
    expect(screen.getByRole('button', { name: '批准' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '接收' })).toBeNull();
    expect(screen.queryByRole('button', { name: '打印介绍信' })).toBeNull();
  });

  it('says what receiving does before it is done, and sends the note once', async () => {
    const received = { ...issuedTransfer, state: 'received' as const, abilities: [], version: 3 };
    const { calls } = show(issuedTransfer, {
      [`POST ${base}/${id}/receive`]: () => ({ body: received }),
      'GET /api/archives/members': () => ({ body: { items: [], total: 0 } }),
    });
    await userEvent.click(await screen.findByRole('button', { name: '接收' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/李文博立即编入采油二队党支部，不再属于采油一队党支部/)).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('说明（可不填）'), '已报到');
    await userEvent.click(dialog.getByRole('button', { name: '确定接收' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const sent = calls.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({ note: '已报到' });
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
    expect(await screen.findByText('已接收，待回执')).toBeTruthy();
  });

  it('answers a step that somebody else took with how it stands now, and keeps what was typed', async () => {
    let transfer: Transfer = exampleTransfer;
    show(transfer, {
      [`GET ${base}/${id}`]: () => ({ body: transfer }),
      [`POST ${base}/${id}/approve`]: () => {
        transfer = { ...issuedTransfer, abilities: [] };
        return { status: 409, body: { code: 'archives.transfer-state', status: 409 } };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '批准' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('说明（可不填）'), '同意转出');
    await userEvent.click(dialog.getByRole('button', { name: '确定批准' }));
    expect(await dialog.findByText('现在是“介绍信有效”，不能再批准。')).toBeTruthy();
    expect((dialog.getByLabelText('说明（可不填）') as HTMLTextAreaElement).value).toBe('同意转出');
  });

  it('says who may do it where the service refuses', async () => {
    show(exampleTransfer, {
      [`POST ${base}/${id}/approve`]: () => ({ status: 403, body: { code: 'access.forbidden' } }),
    });
    await userEvent.click(await screen.findByRole('button', { name: '批准' }));
    await userEvent.click(await screen.findByRole('button', { name: '确定批准' }));
    expect(await screen.findByText(/由有权审批采油一队党支部转出的上级组织办理/)).toBeTruthy();
  });
});

describe('a group', () => {
  it('is approved at once, and shows how far each person is', async () => {
    const next = { ...exampleGroup, states: { issued: 2 }, abilities: [] };
    const { calls } = renderPage(<TransferGroupPage />, {
      at: `/archives/transfers/groups/${exampleGroup.id}`,
      api: {
        ...common,
        [`GET ${base}/groups/`]: () => ({ body: exampleGroup }),
        [`POST ${base}/groups/${exampleGroup.id}/approve`]: () => ({ body: next }),
      },
    });
    // Without a route the page has no id: the address names it in the console.
    await waitFor(() => expect(calls.some(({ path }) => path.startsWith(`${base}/groups/`))).toBe(true));
    await userEvent.click(await screen.findByRole('button', { name: '全部批准（1）' }));
    expect(await screen.findByText('批准可以批准的 1 人，并为每人开具介绍信。')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '确定批准' }));
    expect(await screen.findByText(/1 人已批准 · 1 人不在此步骤，未变动/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /孙静/ }).textContent).toContain('介绍信有效');
  });
});
