import { registerProblemTexts } from '@banyan/ui-kit';
import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleMember } from '../members/example-member.ts';
import { MemberRecord } from '../members/MemberRecord.tsx';
import type { ChangeRequest } from './change-request.ts';
import { ChangeRequestListPage } from './ChangeRequestListPage.tsx';
import { changeRequestProblems } from './change-request-problems.ts';
import { ChangeRequestRecord } from './ChangeRequestRecord.tsx';
import { exampleRequest, exampleRequestItem } from './example-request.ts';

const { id } = exampleRequest;
const path = '/api/archives/change-requests';
const organizations = {
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
};
const show = (request: ChangeRequest, more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<ChangeRequestRecord id={id} />, {
    at: `/archives/change-requests/${id}`,
    ...more,
    api: { ...organizations, [`GET ${path}/${id}`]: () => ({ body: request }), ...more.api },
  });
const rowOf = async (text: RegExp | string) =>
  within((await screen.findByText(text)).closest('li') as HTMLElement);

registerProblemTexts(changeRequestProblems);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});

describe('deciding a change request', () => {
  it('shows each field from what to what, and what has changed since', async () => {
    show(exampleRequest);
    const post = await rowOf('工作岗位');
    expect(post.getByText('采油工')).toBeTruthy();
    expect(post.getByText('采油工程师')).toBeTruthy();
    expect(post.getByRole('note').textContent).toContain('采油班长');
    expect((await rowOf('联系电话')).queryByRole('note')).toBeNull();
  });

  it('sends what was chosen and no more, with the version that was seen', async () => {
    const decided = { ...exampleRequest, version: 2 };
    const { calls } = show(exampleRequest, {
      api: { [`POST ${path}/${id}/decide`]: () => ({ body: decided }) },
    });
    const phone = await rowOf('联系电话');
    await userEvent.click(phone.getByRole('radio', { name: '采纳' }));
    await userEvent.click(screen.getByRole('button', { name: '提交审核结果' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      fields: [{ field: 'phone', decision: 'accept', reason: null }],
      memberVersion: 3,
    });
  });

  it('asks why a field is declined before anything is sent', async () => {
    const { calls } = show(exampleRequest, {
      api: { [`POST ${path}/${id}/decide`]: () => ({ body: { ...exampleRequest, version: 2 } }) },
    });
    const post = await rowOf('工作岗位');
    await userEvent.click(post.getByRole('radio', { name: '不采纳' }));
    await userEvent.click(screen.getByRole('button', { name: '提交审核结果' }));
    expect((await post.findByRole('alert')).textContent).toBe('必填');
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.type(post.getByRole('textbox'), '尚未任命');
    await userEvent.click(screen.getByRole('button', { name: '提交审核结果' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      fields: [{ field: 'post', decision: 'decline', reason: '尚未任命' }],
    });
  });

  it('shows the record of now when it has just changed, keeps the choice, and asks again', async () => {
    const now = {
      ...exampleRequest,
      memberVersion: 4,
      fields: exampleRequest.fields.map((one) =>
        one.field === 'phone' ? { ...one, current: '137****7000', isConflicting: true } : one,
      ),
    };
    let asked = 0;
    const { calls } = show(exampleRequest, {
      api: {
        [`POST ${path}/${id}/decide`]: () => {
          asked += 1;
          return asked > 1
            ? { body: { ...now, version: 2 } }
            : {
                status: 409,
                body: {
                  code: 'archives.change-request-conflict',
                  errors: [{ field: 'phone', code: 'conflicting', message: '' }],
                  current: now,
                },
              };
        },
      },
    });
    await userEvent.click((await rowOf('联系电话')).getByRole('radio', { name: '采纳' }));
    await userEvent.click(screen.getByRole('button', { name: '提交审核结果' }));
    expect(await screen.findByText(/已载入最新内容/)).toBeTruthy();
    const phone = await rowOf('联系电话');
    expect(phone.getByRole('note').textContent).toContain('137****7000');
    expect((phone.getByRole('radio', { name: '采纳' }) as HTMLInputElement).checked).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '提交审核结果' }));
    await waitFor(() => expect(asked).toBe(2));
    expect(calls.findLast(({ method }) => method === 'POST')?.body).toMatchObject({ memberVersion: 4 });
  });

  it('keeps what was typed when somebody else decides another field meanwhile', async () => {
    let now: ChangeRequest = exampleRequest;
    show(exampleRequest, { api: { [`GET ${path}/${id}`]: () => ({ body: now }) } });
    const post = await rowOf('工作岗位');
    await userEvent.click(post.getByRole('radio', { name: '不采纳' }));
    await userEvent.type(post.getByRole('textbox'), '尚未任命');
    now = {
      ...exampleRequest,
      version: 2,
      fields: exampleRequest.fields.map((one) =>
        one.field === 'phone' ? { ...one, decision: 'accept' } : one,
      ),
    };
    globalThis.dispatchEvent(new Event('visibilitychange'));
    expect(await (await rowOf('联系电话')).findByText('已采纳')).toBeTruthy();
    expect((await rowOf('工作岗位')).getByRole<HTMLInputElement>('textbox').value).toBe('尚未任命');
  });

  it('offers nothing to decide to whoever may not, and says why for the own record', async () => {
    show({ ...exampleRequest, abilities: ['withdraw'] }, { actor: { personId: exampleRequest.memberId } });
    expect(await screen.findByRole('button', { name: '撤回申请' })).toBeTruthy();
    expect(screen.getByText(/由支部其他负责人或上级审核/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('button', { name: /查看.+（留痕）/ })).toBeNull();
  });
});

describe('withdrawing', () => {
  it('that is refused says why', async () => {
    show(
      { ...exampleRequest, abilities: ['withdraw'] },
      {
        api: {
          [`POST ${path}/${id}/withdraw`]: () => ({
            status: 409,
            body: { code: 'archives.change-request-closed' },
          }),
        },
      },
    );
    await userEvent.click(await screen.findByRole('button', { name: '撤回申请' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '撤回申请' }));
    expect(await screen.findByText(/该申请已审核或已撤回/)).toBeTruthy();
  });
});

describe('the list of change requests', () => {
  it('names the person, the fields and the outcome', async () => {
    renderPage(<ChangeRequestListPage />, {
      at: '/archives/change-requests',
      api: {
        ...organizations,
        [`GET ${path}`]: () => ({ body: { items: [exampleRequestItem], total: 1, totalIsExact: true } }),
      },
    });
    const row = await screen.findByRole('row', { name: /李文博/ });
    expect(row.textContent).toContain('工作岗位、联系电话');
    expect(row.textContent).toContain('待审核');
  });
});

describe('proposing from a record', () => {
  const member = { ...exampleMember, abilities: ['propose' as const], nextStage: null, nextStates: [] };
  const at = `/archives/members/${member.id}`;
  const api = {
    ...organizations,
    [`GET /api/archives/members/${member.id}`]: () => ({ body: member }),
    [`GET /api/archives/members/${member.id}/history`]: () => ({
      body: { items: [], total: 0, totalIsExact: true },
    }),
    [`GET ${path}`]: () => ({ body: { items: [], total: 0, totalIsExact: true } }),
  };

  it('a member proposes a new phone number, and only that is sent', async () => {
    const { calls } = renderPage(<MemberRecord id={member.id} />, {
      at: `${at}?propose=${member.id}`,
      api: { ...api, [`POST ${path}`]: () => ({ status: 201, body: exampleRequest }) },
    });
    expect(await screen.findByRole('button', { name: '申请更正', hidden: true })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更正', hidden: true })).toBeNull();
    const form = within(await screen.findByRole('dialog', {}, { timeout: 8_000 }));
    await userEvent.type(await form.findByLabelText('联系电话'), '139 1234 5678');
    await userEvent.type(form.getByLabelText('申请说明'), '换了号码');
    await userEvent.click(form.getByRole('button', { name: '提交申请' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const sent = calls.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({
      memberId: member.id,
      changes: { phone: '139 1234 5678' },
      reason: '换了号码',
    });
    expect(sent?.headers.get('idempotency-key')).toBeTruthy();
  });

  it('puts a refusal at its field and keeps what was typed', async () => {
    renderPage(<MemberRecord id={member.id} />, {
      at: `${at}?propose=${member.id}`,
      api: {
        ...api,
        [`POST ${path}`]: () => ({
          status: 400,
          body: {
            code: 'archives.member-invalid',
            errors: [{ field: 'changes.bornOn', code: 'date.order', message: 'Out of order.' }],
          },
        }),
      },
    });
    const form = within(await screen.findByRole('dialog', {}, { timeout: 8_000 }));
    await userEvent.type(await form.findByLabelText('曾用名'), '李博');
    await userEvent.click(form.getByRole('button', { name: '提交申请' }));
    expect(await form.findByText(/Out of order|先后不符/)).toBeTruthy();
    expect((form.getByLabelText('曾用名') as HTMLInputElement).value).toBe('李博');
  });
});
