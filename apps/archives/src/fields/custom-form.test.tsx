import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleMember } from '../members/example-member.ts';
import { MemberRecord } from '../members/MemberRecord.tsx';
import { exampleField, exampleNumber } from './example-field.ts';

const { id } = exampleMember;
const member = { ...exampleMember, custom: { shift: 'day' } };
const change = {
  id: '019a0000-0000-7000-8000-0000000000c2',
  at: '2026-11-20T02:00:00Z',
  actor: { id: null, name: '周文静' },
  action: 'archives.member.update',
  fields: [{ field: 'custom.shift', from: 'night', to: 'day' }],
  reason: null,
  changeRequestId: null,
  version: 3,
};

const show = (at: string, patch?: () => { status?: number; body: unknown }) =>
  renderPage(<MemberRecord id={id} />, {
    at,
    api: {
      [`GET /api/archives/members/${id}`]: () => ({ body: member }),
      [`GET /api/archives/members/${id}/history`]: () => ({ body: { items: [change], total: 1 } }),
      'GET /api/archives/fields': () => ({
        body: { items: [exampleField, exampleNumber], total: 2, totalIsExact: true, abilities: [] },
      }),
      'GET /api/identity/organizations': () => ({ body: { items: [], total: 0 } }),
      ...(patch ? { [`PATCH /api/archives/members/${id}`]: patch } : {}),
    },
  });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('custom fields of a record', () => {
  it('stand in the record and its history in words', async () => {
    show(`/archives/members/${id}`);
    expect(await screen.findByText('更正班制')).toBeTruthy();
    expect(screen.getAllByText('白班').length).toBeGreaterThan(1);
    expect(screen.getByText('岗位津贴')).toBeTruthy();
  });

  it('are corrected on the version that was read, only what differs', async () => {
    const { calls } = show(`/archives/members/${id}?correct=${id}`, () => ({
      body: { ...member, version: 4 },
    }));
    await userEvent.type(await screen.findByLabelText('岗位津贴'), '1200');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'PATCH')).toBe(true));
    const sent = calls.find(({ method }) => method === 'PATCH');
    expect(sent?.body).toEqual({ custom: { allowance: 1200 } });
    expect(sent?.headers.get('if-match')).toBe('"3"');
  });

  it('keep their refusal at the field', async () => {
    show(`/archives/members/${id}?correct=${id}`, () => ({
      status: 400,
      body: {
        code: 'archives.member-invalid',
        errors: [{ field: 'custom.allowance', code: 'too_big', message: 'Above the limit.' }],
      },
    }));
    await userEvent.type(await screen.findByLabelText('岗位津贴'), '9000');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('内容过长或数值过大')).toBeTruthy();
    expect((screen.getByLabelText('岗位津贴') as HTMLInputElement).value).toBe('9000');
  });

  it('are merged where somebody else changed the record meanwhile', async () => {
    show(`/archives/members/${id}?correct=${id}`, () => ({
      status: 412,
      body: {
        code: 'record.stale',
        current: { ...member, version: 4, custom: { shift: 'day', allowance: 800 } },
        changed: ['custom.allowance'],
      },
    }));
    await userEvent.type(await screen.findByLabelText('岗位津贴'), '1200');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByRole('radio', { name: '岗位津贴: 他人已改为 800 元' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '岗位津贴: 我填写的 1200 元' })).toBeTruthy();
  });
});
