import { type Answer, type Call, renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleItem } from '../members/example-member.ts';
import { MemberListPage } from '../members/MemberListPage.tsx';
import type { SavedView } from './saved-view.ts';

const view: SavedView = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  list: 'archives.members',
  name: '预备党员',
  organizationId: null,
  organizationName: null,
  filters: { stage: 'probationary' },
  sort: 'name',
  columns: null,
  isDefault: false,
  version: 3,
  abilities: ['update', 'remove'],
};

function show(
  views: SavedView[],
  at = '/archives/members',
  api: Record<string, (call: Call) => Answer> = {},
) {
  return renderPage(<MemberListPage />, {
    at,
    api: {
      'GET /api/archives/members': () => ({ body: { items: [exampleItem], total: 2, totalIsExact: true } }),
      'GET /api/archives/views': () => ({ body: { items: views, total: views.length, totalIsExact: true } }),
      'GET /api/archives/fields': () => ({
        body: { items: [], total: 0, totalIsExact: true, abilities: [] },
      }),
      'GET /api/identity/organizations': () => ({ body: { items: [], total: 0 } }),
      ...api,
    },
  });
}

const open = async (name: RegExp | string) => {
  await userEvent.click(await screen.findByRole('button', { name: /^视图：/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name }));
};

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('saved views of a list', () => {
  it('put filters and order in the address, and so before the service', async () => {
    const { calls, address } = show([view]);
    await open('预备党员');
    expect(await screen.findByRole('button', { name: '视图：预备党员' })).toBeTruthy();
    expect(address()).toBe(`/archives/members?stage=probationary&view=${view.id}&sort=name`);
    await waitFor(() =>
      expect(calls.findLast(({ path }) => path.startsWith('/api/archives/members'))?.path).toMatch(
        /sort=name&?.*stage=probationary|stage=probationary&?.*sort=name/,
      ),
    );
  });

  it('tell that the list was changed since, save it, and take that back', async () => {
    const patched: Call[] = [];
    const { address } = show([view], `/archives/members?view=${view.id}&stage=full&sort=name`, {
      [`PATCH /api/archives/views/${view.id}`]: (call) => {
        patched.push(call);
        return { body: { ...view, filters: { stage: 'full' }, version: 4 } };
      },
    });
    await screen.findByRole('button', { name: '视图：预备党员 (已改动)' });
    await userEvent.click(screen.getByRole('button', { name: '保存改动' }));
    await userEvent.click(await screen.findByRole('button', { name: /撤\s*销/ }));
    await waitFor(() => expect(patched.length).toBe(2));
    expect(patched.map(({ body }) => (body as SavedView).filters)).toEqual([
      { stage: 'full' },
      { stage: 'probationary' },
    ]);
    expect(patched.map(({ headers }) => headers.get('if-match'))).toEqual(['"3"', '"4"']);
    expect(address()).toContain('stage=full');
  });

  it('open on arrival where one is the default and the address says nothing else', async () => {
    const { address } = show([{ ...view, isDefault: true }]);
    await waitFor(() => expect(address()).toContain('stage=probationary'));
    cleanup();
    const other = show([{ ...view, isDefault: true }], '/archives/members?state=suspended');
    await screen.findByRole('button', { name: '视图：全部人员' });
    expect(other.address()).toBe('/archives/members?state=suspended');
  });

  it('pass over filters that the list no longer has, and say so', async () => {
    const { address } = show([{ ...view, filters: { stage: 'full', blood: 'A' } }]);
    await open('预备党员');
    expect(await screen.findByText(/1 个筛选条件已不再使用，已忽略：blood/)).toBeTruthy();
    expect(address()).not.toContain('blood');
    expect(screen.getByRole('button', { name: '视图：预备党员' })).toBeTruthy();
  });

  it('keep a choice in a custom field, though fields come later than views', async () => {
    const { address } = show([{ ...view, filters: { custom: 'shift:day' }, isDefault: true }]);
    await waitFor(() => expect(address()).toContain('custom=shift%3Aday'));
    expect(screen.queryByText(/已不再使用/)).toBeNull();
  });

  it('are saved under a name with what the list shows', async () => {
    const posted: unknown[] = [];
    show([], '/archives/members?state=suspended', {
      'POST /api/archives/views': ({ body }) => {
        posted.push(body);
        return { status: 201, body: { ...view, name: '停止党籍' } };
      },
    });
    await open('另存为新视图…');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
    expect(await dialog.findByText('请填写名称')).toBeTruthy();
    expect(dialog.queryByText('某个组织及以下')).toBeNull();
    await userEvent.type(dialog.getByLabelText('名称'), '停止党籍');
    await userEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
    await waitFor(() => expect(posted.length).toBe(1));
    expect(posted[0]).toEqual({
      list: 'archives.members',
      name: '停止党籍',
      organizationId: null,
      filters: { state: 'suspended' },
      sort: null,
      columns: null,
    });
  });

  it('are removed and brought back', async () => {
    const { calls } = show([view], '/archives/members', {
      [`DELETE /api/archives/views/${view.id}`]: () => ({ status: 204 }),
      [`POST /api/archives/views/${view.id}/restore`]: () => ({ body: view }),
    });
    await open('管理视图…');
    await userEvent.click(await screen.findByRole('button', { name: '删除 预备党员' }));
    await userEvent.click(await screen.findByRole('button', { name: /撤\s*销/ }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/restore'))).toBe(true));
  });

  it('that somebody else has changed are refused once, and then renamed as they are by now', async () => {
    let now = view;
    const { calls } = show([], '/archives/members', {
      'GET /api/archives/views': () => ({ body: { items: [now], total: 1, totalIsExact: true } }),
      [`PATCH /api/archives/views/${view.id}`]: ({ headers }) => {
        const isStale = headers.get('if-match') === '"3"';
        now = { ...view, version: 4 };
        return isStale ? { status: 412, body: { code: 'record.stale' } } : { body: { ...now, name: '预备' } };
      },
    });
    await open('管理视图…');
    await userEvent.click(await screen.findByRole('button', { name: '修改 预备党员' }));
    const name = await screen.findByLabelText('名称');
    const dialog = within(name.closest('[role=dialog]') as HTMLElement);
    await userEvent.clear(dialog.getByLabelText('名称'));
    await userEvent.type(dialog.getByLabelText('名称'), '预备');
    await userEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
    expect(await dialog.findByRole('alert')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('名称').value).toBe('预备');
    await userEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
    await waitFor(() =>
      expect(calls.findLast(({ method }) => method === 'PATCH')?.headers.get('if-match')).toBe('"4"'),
    );
  });

  it('of others can be opened and ordered, not changed', async () => {
    const shared = { ...view, organizationId: 'x', organizationName: '示范集团党委', abilities: [] };
    show([shared]);
    await open('管理视图…');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('示范集团党委及以下共用')).toBeTruthy();
    expect(dialog.getByRole('button', { name: '设“预备党员”为默认' })).toBeTruthy();
    expect(dialog.queryByRole('button', { name: '删除 预备党员' })).toBeNull();
  });
});
