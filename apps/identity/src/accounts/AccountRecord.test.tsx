import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AccountRecord } from './AccountRecord.tsx';
import type { Account } from './queries.ts';

const account: Account = {
  id: '019a0000-0000-7000-8000-0000000000b1',
  username: 'sf0000003',
  displayName: '孙海燕',
  kind: 'person',
  administrator: false,
  personId: null,
  organizationId: '019a0000-0000-7000-8000-00000000000a',
  organizationName: '采油一厂采油一队党支部',
  status: 'active',
  locks: 0,
  roles: [
    {
      id: 'branch-secretary',
      name: '支部书记',
      scope: {
        mode: 'node',
        nodes: [{ id: '019a0000-0000-7000-8000-00000000000a', name: '采油一厂采油一队党支部' }],
      },
    },
  ],
  lastSignInAt: null,
  createdAt: '2025-08-25T02:00:00Z',
  version: 1,
  abilities: ['disable', 'end-sessions'],
};
const session = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  accountId: account.id,
  createdAt: '2026-11-23T01:00:00Z',
  lastSeenAt: '2026-11-23T01:30:00Z',
  expiresAt: '2026-11-23T13:00:00Z',
  address: '10.20.3.41',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0',
  current: false,
};
const path = `/api/identity/accounts/${account.id}`;

afterEach(cleanup);

describe('the record of an account', () => {
  it('names each role with its scope, and asks before it disables', async () => {
    const { calls } = renderPage(<AccountRecord id={account.id} />, {
      api: {
        [`GET ${path}`]: () => ({ body: { ...account, abilities: ['disable'] } }),
        [`POST ${path}/disable`]: () => ({ body: { ...account, status: 'disabled', abilities: ['enable'] } }),
      },
    });
    expect(await screen.findByText('支部书记 · 仅采油一厂采油一队党支部')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '停用' }));
    expect(calls.some((call) => call.method === 'POST')).toBe(false);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '停用' }));
    expect(await screen.findByRole('button', { name: '启用' })).toBeTruthy();
  });

  it('issues a password link and shows it this once', async () => {
    const link = { path: '/invitation#once', expiresAt: '2026-11-26T02:00:00Z' };
    renderPage(<AccountRecord id={account.id} />, {
      api: {
        [`GET ${path}`]: () => ({ body: { ...account, abilities: ['invite'] } }),
        [`POST ${path}/invitations`]: () => ({ status: 201, body: link }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '发放密码链接' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect((dialog.getByLabelText('设置密码的链接') as HTMLTextAreaElement).value).toContain(
      '/invitation#once',
    );
    await userEvent.click(dialog.getAllByRole('button', { name: '关闭' }).at(-1) as HTMLElement);
    await waitFor(() => expect(screen.queryByLabelText('设置密码的链接')).toBeNull());
  });

  it('lists where it is signed in, and ends one session', async () => {
    const { calls } = renderPage(<AccountRecord id={account.id} />, {
      api: {
        [`GET ${path}`]: () => ({ body: account }),
        'GET /api/identity/sessions': () => ({
          body: { items: [session], total: 1, totalIsExact: true, limit: 10 },
        }),
        [`DELETE /api/identity/sessions/${session.id}`]: () => ({ status: 204 }),
      },
    });
    expect(await screen.findByText('10.20.3.41 · Chrome · Windows')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '登录会话 1 / 10' })).toBeTruthy();
    expect(screen.getByText(/最多同时 10 个会话；再登录时，最久未使用的会话会结束/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '结束来自 10.20.3.41 的会话' }));
    await waitFor(() => expect(calls.some((call) => call.method === 'DELETE')).toBe(true));
  });

  it('says of locks whom they concern, and lifts them also where the account as a whole is not locked', async () => {
    const locked: Account = { ...account, locks: 2, abilities: ['unlock'] };
    renderPage(<AccountRecord id={account.id} />, {
      api: {
        [`GET ${path}`]: () => ({ body: locked }),
        [`POST ${path}/unlock`]: () => ({ body: { ...account, abilities: [] } }),
      },
    });
    expect(await screen.findByText(/2 处来源因多次失败暂停登录，其他地址和常用设备不受影响/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '解锁' }));
    await waitFor(() => expect(screen.queryByText(/暂停登录/)).toBeNull());
  });
});
