import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleField, exampleNumber } from '../fields/example-field.ts';
import { exampleMember } from '../members/example-member.ts';
import type { ProposedField } from './change-request.ts';
import { ChangeRequestRecord } from './ChangeRequestRecord.tsx';
import { exampleRequest } from './example-request.ts';
import { ProposeChange } from './ProposeChange.tsx';

const path = '/api/archives/change-requests';
const { id } = exampleRequest;
const waiting = {
  isConflicting: false,
  decision: null,
  decidedAt: null,
  decidedBy: null,
  reason: null,
} as const;
const fields: ProposedField[] = [
  { ...waiting, field: 'custom.shift', from: 'day', to: 'night', current: null, isConflicting: true },
  { ...waiting, field: 'custom.allowance', from: null, to: 1200, current: null },
];
const api = {
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
  'GET /api/archives/fields': () => ({
    body: { items: [exampleField, exampleNumber], total: 2, totalIsExact: true, abilities: [] },
  }),
};
const show = (proposed: ProposedField[], more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<ChangeRequestRecord id={id} />, {
    at: `/archives/change-requests/${id}`,
    ...more,
    api: {
      ...api,
      [`GET ${path}/${id}`]: () => ({ body: { ...exampleRequest, fields: proposed } }),
      [`POST ${path}/${id}/decide`]: () => ({ body: { ...exampleRequest, fields: proposed, version: 2 } }),
    },
  });
const rowOf = async (text: string) => within((await screen.findByText(text)).closest('li') as HTMLElement);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('custom fields of a change request', () => {
  it('are decided under their labels, with choices in words', async () => {
    const { calls } = show(fields);
    const shift = await rowOf('班制');
    expect(shift.getByText('白班')).toBeTruthy();
    expect(shift.getByText('夜班')).toBeTruthy();
    expect(shift.getByRole('note').textContent).toContain('空');
    expect((await rowOf('岗位津贴')).getByText('1200 元')).toBeTruthy();
    await userEvent.click(shift.getByRole('radio', { name: '采纳' }));
    await userEvent.click(screen.getByRole('button', { name: '提交审核结果' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      fields: [{ field: 'custom.shift', decision: 'accept' }],
    });
  });

  it('that the person left behind can only be declined, and are not among all that is accepted', async () => {
    show([...fields, { ...waiting, field: 'custom', from: null, to: null, current: null }]);
    const behind = await rowOf('所在组织没有的字段');
    expect((behind.getByRole('radio', { name: '采纳' }) as HTMLInputElement).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '全部采纳' }));
    expect(screen.getByRole('status').textContent).toContain('2 / 3');
  });

  it('are proposed in the form of corrections, and a refusal comes back to them', async () => {
    const member = { ...exampleMember, custom: { shift: 'day' } };
    const { calls } = renderPage(<ProposeChange member={member} onClose={() => undefined} />, {
      at: '/archives/members',
      api: {
        ...api,
        [`POST ${path}`]: () => ({
          status: 400,
          body: {
            code: 'archives.member-invalid',
            errors: [{ field: 'changes.custom.allowance', code: 'too_big', message: 'Above the limit.' }],
          },
        }),
      },
    });
    await userEvent.type(await screen.findByLabelText('岗位津贴'), '9000');
    await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
    expect(await screen.findByText('内容过长或数值过大')).toBeTruthy();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      memberId: member.id,
      changes: { custom: { allowance: 9000 } },
      reason: null,
    });
  });
});
