import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleFetch } from '../console-fetch.ts';
import { RecordView } from '../record/RecordView.tsx';
import { type Answer, type Call, renderPage } from '../testing.tsx';
import { ListPage } from './ListPage.tsx';

type Row = { id: string; name: string; stage: string; note?: string };
const rows: Row[] = [
  { id: '1', name: '赵建国', stage: '正式党员' },
  { id: '2', name: '孙静', stage: '预备党员', note: '借调' },
];

function Members() {
  return (
    <ListPage<Row>
      id="test.members"
      title="党员档案"
      queryKey={['test', 'members']}
      fetchPage={async (query, signal) => {
        const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
        return (await consoleFetch(`${location.origin}/api/test/members?${params}`, { signal })).json();
      }}
      filters={[{ kind: 'search', name: 'q', label: '姓名' }]}
      columns={[
        { key: 'name', title: '姓名', render: (row) => row.name, always: true, sort: 'name' },
        { key: 'stage', title: '类别', render: (row) => row.stage, phone: true },
        { key: 'note', title: '备注', render: (row) => row.note ?? null, phone: true },
      ]}
      defaultSort="-joinedOn"
      empty={{ title: '还没有党员', hint: '从新增开始' }}
      pathOf={(id) => `/members/${id}`}
      renderRecord={(id) => (
        <RecordView
          status={{ isPending: false, error: null, retry: () => {} }}
          title={`记录 ${id}`}
          abilities={[]}
          facts={[]}
        />
      )}
    />
  );
}

const list = (answer: (call: Call) => Answer) => ({ 'GET /api/test/members': answer });
const all = list(() => ({ body: { items: rows, total: 2 } }));

afterEach(cleanup);

describe('a list', () => {
  it('asks for what stands in its address, and puts what is typed into it', async () => {
    const { calls, address } = renderPage(<Members />, { at: '/members?page=3&node=n1', api: all });
    await screen.findByText('赵建国');
    expect(calls[0]?.path).toBe('/api/test/members?page=3&pageSize=20&sort=-joinedOn&node=n1');
    await userEvent.type(screen.getByRole('textbox', { name: '姓名' }), '孙{Enter}');
    await waitFor(() => expect(address()).toContain('q='));
    expect(address()).not.toContain('page=3');
    await waitFor(() => expect(calls.at(-1)?.path).toContain(`q=${encodeURIComponent('孙')}`));
  });

  it('opens a row beside itself where there is room', async () => {
    const { address } = renderPage(<Members />, { at: '/members', api: all });
    await userEvent.click(await screen.findByRole('link', { name: '孙静' }));
    expect(await screen.findByRole('heading', { name: '记录 2' })).toBeTruthy();
    expect(address()).toBe('/members?open=2');
    await userEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(address()).toBe('/members');
  });

  it('opens a row as a page of its own where there is no room', async () => {
    const { address } = renderPage(<Members />, { at: '/members?node=n1', width: 1024, api: all });
    await userEvent.click(await screen.findByRole('link', { name: '孙静' }));
    await waitFor(() => expect(address()).toBe('/members/2?node=n1'));
  });

  it('becomes cards on a phone', async () => {
    renderPage(<Members />, { at: '/members', width: 390, api: all });
    await screen.findByText('赵建国');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('正式党员')).toBeTruthy();
  });

  it('says by a dash that a row has nothing of a column, and leaves it out of its card', async () => {
    renderPage(<Members />, { at: '/members', api: all });
    expect((await screen.findByRole('row', { name: /赵建国/ })).textContent).toContain('—');
    expect(screen.getByRole('row', { name: /孙静/ }).textContent).toContain('借调');
    cleanup();
    renderPage(<Members />, { at: '/members', width: 390, api: all });
    const card = async (name: string) => (await screen.findByText(name)).closest('li')?.textContent;
    expect(await card('赵建国')).toBe('赵建国类别正式党员');
    expect(await card('孙静')).toBe('孙静类别预备党员备注借调');
  });

  it('that is empty says what to do, and with filters offers to clear them', async () => {
    const nothing = list(() => ({ body: { items: [], total: 0 } }));
    const { address } = renderPage(<Members />, { at: '/members?q=nobody', api: nothing });
    await userEvent.click((await screen.findAllByRole('button', { name: '清除筛选' }))[0] as HTMLElement);
    expect(await screen.findByText('还没有党员')).toBeTruthy();
    expect(address()).toBe('/members');
  });

  it('that cannot be loaded keeps its filters and tries again on demand', async () => {
    let down = true;
    const api = list(() => (down ? { status: 503, body: {} } : { body: { items: rows, total: 2 } }));
    renderPage(<Members />, { at: '/members?q=x', api });
    expect(await screen.findByText(/服务暂时不可用/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '姓名' })).toHaveProperty('value', 'x');
    down = false;
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('赵建国')).toBeTruthy();
  });
});
