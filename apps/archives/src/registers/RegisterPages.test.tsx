import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleMember } from '../members/example-member.ts';
import { useMember } from '../members/queries.ts';
import { DueListPage } from './DueListPage.tsx';
import { exampleDue, exampleFloating, exampleLost, exampleReduction } from './example-register.ts';
import { OutflowListPage } from './FloatingListPage.tsx';
import { FloatingRecord } from './FloatingRecord.tsx';
import { LostRecord } from './LostRecord.tsx';
import { ReductionListPage } from './ReductionListPage.tsx';

const base = '/api/archives/registers';
const list = (...items: object[]) => ({ body: { items, total: items.length, totalIsExact: true } });
const common = {
  [`GET ${base}/counts`]: () => ({
    body: {
      outflow: 3,
      inflow: 0,
      outOfContact: 1,
      reductions: { 'transferred-out': 1, left: 1, deceased: 0 },
      due: 2,
      overdue: 1,
    },
  }),
  'GET /api/identity/organizations': () => list(),
};
const member = { ...exampleMember, state: 'out-of-contact' as const };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00+08:00') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
});

describe('the gap list', () => {
  it('says what is due since when, under which rule, and resolves it with one button', async () => {
    const { calls } = renderPage(<DueListPage />, {
      at: '/archives/registers',
      api: {
        ...common,
        [`GET ${base}/due`]: () => list(exampleDue),
        [`GET /api/archives/members/${member.id}`]: () => ({ body: member }),
        [`POST /api/archives/members/${member.id}/state`]: () => ({
          body: { ...member, state: 'suspended' },
        }),
      },
    });
    const row = await screen.findByRole('row', { name: /李文博/ });
    expect(row.textContent).toContain('失联满 6 个月，停止党籍');
    expect(row.textContent).toContain('《中国共产党党员教育管理工作条例》');
    expect(within(row).getByText('已过 3 天').getAttribute('datetime')).toBe('2026-11-20');
    expect(screen.getByText('逾期 1 项')).toBeTruthy();
    await userEvent.click(within(row).getByRole('button', { name: '停止党籍' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('说明'), '多方查找未果');
    await userEvent.click(dialog.getByRole('button', { name: '停止党籍' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const sent = calls.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({
      state: 'suspended',
      on: '2026-11-23',
      leftKind: null,
      reason: '多方查找未果',
    });
    expect(sent?.headers.get('if-match')).toBe(`"${member.version}"`);
  });

  it('says in the dialog that the record cannot be read, instead of waiting for ever', async () => {
    renderPage(<DueListPage />, {
      at: '/archives/registers',
      api: { ...common, [`GET ${base}/due`]: () => list(exampleDue) },
    });
    await userEvent.click(await screen.findByRole('button', { name: '停止党籍' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByRole('alert')).toBeTruthy();
  });

  it('leads to the registers with how many each holds', async () => {
    renderPage(<DueListPage />, {
      at: '/archives/registers',
      api: { ...common, [`GET ${base}/due`]: () => list() },
    });
    const tabs = within(await screen.findByRole('navigation', { name: '党员台账' }));
    expect((await tabs.findByRole('link', { name: '流出3' })).getAttribute('href')).toBe(
      '/archives/registers/outflow',
    );
    expect(tabs.getByRole('link', { name: '减少2' })).toBeTruthy();
    expect(tabs.getByRole('link', { name: '待办2' }).getAttribute('aria-current')).toBe('page');
    expect(await screen.findByText('30 天内没有待办事项')).toBeTruthy();
  });
});

describe('somebody away', () => {
  it('is registered from the record with the place in its parts', async () => {
    const { calls } = renderPage(<OutflowListPage />, {
      at: `/archives/registers/outflow?register=${exampleMember.id}`,
      actor: { permissions: ['archives.register.update'] },
      api: {
        ...common,
        [`GET ${base}/floating`]: () => list(exampleFloating),
        'GET /api/archives/members': () => list(),
        'GET /api/archives/transfers/destinations': () => list(),
        [`GET /api/archives/members/${exampleMember.id}`]: () => ({ body: exampleMember }),
        [`POST ${base}/outflows`]: () => ({
          status: 400,
          body: {
            code: 'archives.register-invalid',
            errors: [{ field: 'since', code: 'required', message: 'Say since when.' }],
          },
        }),
      },
    });
    expect((await screen.findAllByText(/李文博 · /)).length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('省（区、市）'), '四川省');
    await userEvent.type(
      await screen.findByLabelText('流出日期', { selector: 'input' }),
      '2026-03-01{Enter}',
    );
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      memberId: exampleMember.id,
      province: '四川省',
      since: '2026-03-01',
      abroad: false,
      organizationId: null,
    });
    expect((screen.getByLabelText('省（区、市）') as HTMLInputElement).value).toBe('四川省');
  });

  it('shows contacts and the next one, and logs another', async () => {
    const { calls } = renderPage(<FloatingRecord id={exampleFloating.id} />, {
      at: `/archives/registers/floating/${exampleFloating.id}`,
      api: {
        ...common,
        [`GET ${base}/floating/${exampleFloating.id}`]: () => ({ body: exampleFloating }),
        [`POST ${base}/floating/${exampleFloating.id}/contacts`]: () => ({ body: exampleFloating }),
      },
    });
    expect(await screen.findByText('剩 8 天')).toBeTruthy();
    expect(screen.getByText('情况正常')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '登记联系' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      on: '2026-11-23',
      way: 'call',
      note: null,
    });
  });

  it('is not changed by the branch of now', async () => {
    renderPage(<FloatingRecord id={exampleFloating.id} />, {
      at: `/archives/registers/floating/${exampleFloating.id}`,
      api: {
        ...common,
        [`GET ${base}/floating/${exampleFloating.id}`]: () => ({
          body: { ...exampleFloating, direction: 'in', memberId: null, abilities: ['log-contact'] },
        }),
      },
    });
    expect(await screen.findByRole('button', { name: '登记联系' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '结束登记' })).toBeNull();
    expect(screen.queryByRole('link', { name: '打开党员档案' })).toBeNull();
  });
});

describe('the end of an entry', () => {
  function Version() {
    return <p>{`档案第 ${useMember(exampleMember.id).data?.version} 版`}</p>;
  }

  it('is read on the record that is open beside it', async () => {
    let version = 3;
    renderPage(
      <>
        <Version />
        <FloatingRecord id={exampleFloating.id} />
      </>,
      {
        at: `/archives/registers/floating/${exampleFloating.id}`,
        api: {
          ...common,
          [`GET ${base}/floating/${exampleFloating.id}`]: () => ({ body: exampleFloating }),
          [`GET /api/archives/members/${exampleMember.id}`]: () => ({ body: { ...exampleMember, version } }),
          [`POST ${base}/floating/${exampleFloating.id}/close`]: () => {
            version = 4;
            return {
              body: { ...exampleFloating, closedOn: '2026-11-23', closing: 'returned', abilities: [] },
            };
          },
        },
      },
    );
    expect(await screen.findByText('档案第 3 版')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: '结束登记' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
    expect(await screen.findByText('档案第 4 版')).toBeTruthy();
  });
});

describe('somebody out of contact', () => {
  it('has the log of searches and only the steps that are open', async () => {
    renderPage(<LostRecord id={exampleLost.id} />, {
      at: `/archives/registers/out-of-contact/${exampleLost.id}`,
      api: { ...common, [`GET ${base}/out-of-contact/${exampleLost.id}`]: () => ({ body: exampleLost }) },
    });
    expect(await screen.findByText('联系亲属 · 有线索')).toBeTruthy();
    expect(screen.getByRole('button', { name: '停止党籍' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '自行脱党除名' })).toBeNull();
  });
});

describe('reductions', () => {
  it('tell how, when, why and by whom, and who may be taken back', async () => {
    renderPage(<ReductionListPage />, {
      at: '/archives/registers/reductions',
      api: {
        ...common,
        [`GET ${base}/reductions`]: () =>
          list(exampleReduction, { ...exampleReduction, id: exampleLost.id, name: '王强', abilities: [] }),
      },
    });
    const row = await screen.findByRole('row', { name: /张明远/ });
    for (const said of ['退党', '2026-06-01', '本人书面申请', '周文静'])
      expect(row.textContent).toContain(said);
    expect(within(row).getByRole('button', { name: '恢复' })).toBeTruthy();
    const other = screen.getByRole('row', { name: /王强/ });
    expect(within(other).queryByRole('button')).toBeNull();
  });
});
