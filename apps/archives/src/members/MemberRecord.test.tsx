import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleChange, exampleMember } from './example-member.ts';
import type { Member } from './member.ts';
import { MemberRecord } from './MemberRecord.tsx';

const { id } = exampleMember;
const api = (member: Member) => ({
  [`GET /api/archives/members/${id}`]: () => ({ body: member }),
  [`GET /api/archives/members/${id}/history`]: () => ({
    body: { items: [exampleChange], total: 1, totalIsExact: true },
  }),
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
});
const show = (member: Member, more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<MemberRecord id={id} />, {
    at: `/archives/members/${id}`,
    ...more,
    api: { ...api(member), ...more.api },
  });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('the record of a member', () => {
  it('offers the next stage and nothing else that the service did not name', async () => {
    show({ ...exampleMember, abilities: ['advance'] });
    expect(await screen.findByRole('button', { name: '转为正式党员' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更正' })).toBeNull();
    expect(screen.queryByRole('button', { name: '变更状态' })).toBeNull();
    expect(screen.queryByRole('button', { name: /查看证件号码/ })).toBeNull();
  });

  it('tells who changed which field from what to what', async () => {
    show(exampleMember);
    const entry = await screen.findByText('更正学历');
    const item = within(entry.closest('li') as HTMLElement);
    expect(item.getByText(/周文静/)).toBeTruthy();
    expect(item.getByText('大学专科')).toBeTruthy();
    expect(item.getByText('大学本科')).toBeTruthy();
  });

  it('reads the rows of a list in their order, whatever order the answer has', async () => {
    const resume = [{ to: '2020-06-30', post: '采油工', from: '2017-03-01', place: '采油一厂' }];
    const family = [{ name: '郝琳', bornOn: null, work: null, relation: '妻子' }];
    show({ ...exampleMember, resume, family });
    expect(await screen.findByText('2017-03-01 — 2020-06-30 采油一厂 采油工')).toBeTruthy();
    expect(screen.getByText('妻子 郝琳')).toBeTruthy();
  });

  it('shows a masked number only after a reason, and takes it back on demand', async () => {
    const { calls } = show(exampleMember, {
      api: {
        [`POST /api/archives/members/${id}/unmask`]: () => ({ body: { idNumber: '650299199405121111' } }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '查看证件号码（留痕）' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '查看' }));
    expect(await dialog.findByText('必填')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('查看事由'), '核对');
    await userEvent.click(dialog.getByRole('button', { name: '查看' }));
    expect(await screen.findByText('650299199405121111')).toBeTruthy();
    expect(calls.at(-1)?.body).toEqual({ fields: ['idNumber'], reason: '核对' });
    await userEvent.click(screen.getByRole('button', { name: '隐藏' }));
    expect(screen.queryByText('650299199405121111')).toBeNull();
  });

  it('sends only what was corrected, on the version that was read, and people with their records', async () => {
    const { calls } = show(exampleMember, {
      at: `/archives/members/${id}?correct=${id}`,
      api: { [`PATCH /api/archives/members/${id}`]: () => ({ body: { ...exampleMember, version: 4 } }) },
    });
    const post = await screen.findByLabelText('工作岗位');
    await userEvent.clear(post);
    await userEvent.type(post, '采油高级工程师');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(calls.some((call) => call.method === 'PATCH')).toBe(true));
    const sent = calls.find((call) => call.method === 'PATCH');
    expect(sent?.body).toEqual({ post: '采油高级工程师' });
    expect(sent?.headers.get('if-match')).toBe('"3"');
  });

  it('puts the refusal of a row at the list that it is in, and keeps what was typed', async () => {
    show(exampleMember, {
      at: `/archives/members/${id}?correct=${id}`,
      api: {
        [`PATCH /api/archives/members/${id}`]: () => ({
          status: 400,
          body: {
            code: 'archives.member-invalid',
            errors: [
              { field: 'resume.0.to', code: 'date.order', message: 'An entry ends before it begins.' },
            ],
          },
        }),
      },
    });
    await userEvent.type(await screen.findByLabelText('曾用名'), '李博');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('An entry ends before it begins.')).toBeTruthy();
    expect((screen.getByLabelText('曾用名') as HTMLInputElement).value).toBe('李博');
  });
});
