import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleImport } from '../imports/example-import.ts';
import { exampleItem, exampleMember } from './example-member.ts';
import type { MemberItem } from './member.ts';
import { MemberListPage } from './MemberListPage.tsx';

const path = '/archives/members';
const list = (items: MemberItem[], total = items.length, totalIsExact = true) => ({
  'GET /api/archives/members': () => ({ body: { items, total, totalIsExact, next: null } }),
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00+08:00') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
});

describe('the list of members', () => {
  it('asks for the newest first and shows stage, branch, masked number and what awaits verification', async () => {
    const stale = {
      ...exampleItem,
      id: '019a0000-0000-7000-8000-0000000000a3',
      name: '孙静',
      verifiedOn: '2025-09-30',
    };
    const { calls } = renderPage(<MemberListPage />, { at: path, api: list([exampleItem, stale]) });
    const row = await screen.findByRole('row', { name: /李文博/ });
    expect(row.textContent).toContain('预备党员');
    expect(row.textContent).toContain('采油一厂采油一队党支部');
    expect(row.textContent).toContain('6502****1111');
    expect(row.textContent).toContain('2026-10 已核实');
    expect(within(screen.getByRole('row', { name: /孙静/ })).getByText('待核实')).toBeTruthy();
    expect(calls.find((call) => call.path.startsWith('/api/archives/members'))?.path).toContain(
      'sort=-joinedOn',
    );
  });

  it('says that there are more than it counted', async () => {
    renderPage(<MemberListPage />, { at: path, api: list([exampleItem], 10_000, false) });
    expect(await screen.findByText('10,000+ 人')).toBeTruthy();
  });

  it('names the file of the import whose people it shows, and no file to whoever may not see it', async () => {
    const options = {
      at: `${path}?import=${exampleImport.id}`,
      api: {
        ...list([exampleItem]),
        [`GET /api/archives/imports/${exampleImport.id}`]: () => ({ body: exampleImport }),
      },
    };
    const permissions = ['archives.member.read', 'archives.member.import'];
    renderPage(<MemberListPage />, { ...options, actor: { permissions } });
    expect(await screen.findByText(exampleImport.fileName)).toBeTruthy();
    cleanup();
    renderPage(<MemberListPage />, { ...options, actor: { permissions: ['archives.member.read'] } });
    expect(await screen.findByText('某次导入新增或更新的人员')).toBeTruthy();
  });

  it('draws the button to add somebody only for whoever may', async () => {
    renderPage(<MemberListPage />, {
      at: path,
      api: list([exampleItem]),
      actor: { permissions: ['archives.member.read'] },
    });
    await screen.findByRole('row', { name: /李文博/ });
    expect(screen.queryByRole('button', { name: /新增/ })).toBeNull();
  });

  it('takes somebody who sees only the own record straight to it', async () => {
    const { address } = renderPage(<MemberListPage />, {
      at: path,
      api: list([exampleItem]),
      actor: { personId: exampleMember.id },
    });
    await screen.findByText('elsewhere');
    expect(address()).toBe(`/archives/members/${exampleMember.id}`);
  });

  it('opens a record as a page on a phone', async () => {
    const { address } = renderPage(<MemberListPage />, { at: path, width: 390, api: list([exampleItem]) });
    await userEvent.click(await screen.findByRole('link', { name: '李文博' }));
    expect(address()).toBe(`/archives/members/${exampleMember.id}`);
  });
});
