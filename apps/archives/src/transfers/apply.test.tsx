import { renderPage } from '@banyan/ui-kit/testing';
import { Problem } from '@banyan/ui-kit';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleItem as person } from '../members/example-member.ts';
import { applicationOf, onFormFields } from './apply-body.ts';
import { ApplyPage } from './ApplyPage.tsx';
import { exampleTransfer } from './example-transfer.ts';

// Whole pages with their forms, beside other work on two processors.

const terms = { reason: ' 工作调动 ', duesPaidThrough: '2026-11', validDays: '10' };
const to = '019a0000-0000-7000-8000-00000000000b';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('what is applied for', () => {
  const said = { reason: '工作调动', duesPaidThrough: '2026-11', validDays: 10 };
  it('is one transfer for one person, a group for more, and a whole branch by its name', () => {
    const values = { ...terms, toOrganizationId: to };
    expect(applicationOf('within', { ...values, people: 'a' })).toEqual({
      one: { ...said, memberId: 'a', toOrganizationId: to },
    });
    expect(applicationOf('within', { ...values, people: 'a,b' })).toEqual({
      group: { ...said, memberIds: ['a', 'b'], toOrganizationId: to },
    });
    expect(applicationOf('branch', { ...values, fromOrganizationId: 'x' })).toEqual({
      group: { ...said, fromOrganizationId: 'x', toOrganizationId: to },
    });
  });

  it('of somebody from outside is the letter and the person, without what was left empty', () => {
    const values = {
      ...terms,
      toOrganizationId: to,
      outsideName: '某市委组织部',
      letterNumber: '第 12 号',
      issuedOn: '2026-11-01',
      expiresOn: '2026-11-30',
      name: '马小军',
      stage: 'full',
      idNumber: '',
    };
    expect(applicationOf('in', values)).toEqual({
      one: {
        reason: '工作调动',
        duesPaidThrough: '2026-11',
        toOrganizationId: to,
        fromOutside: {
          name: '某市委组织部',
          address: null,
          letterNumber: '第 12 号',
          issuedOn: '2026-11-01',
          expiresOn: '2026-11-30',
        },
        person: { name: '马小军', stage: 'full' },
      },
    });
  });

  it('is refused at the fields of the form', () => {
    const refused = new Problem(400, {
      errors: ['memberId', 'toOutside.name', 'person.idNumber', 'reason'].map((field) => ({
        field,
        code: 'x',
        message: 'x',
      })),
    });
    expect(onFormFields(refused).errors.map(({ field }) => field)).toEqual([
      'people',
      'outsideName',
      'idNumber',
      'reason',
    ]);
  });
});

describe('the form', () => {
  it('begins with the person whose record it was opened from, and goes to the transfer', async () => {
    const { calls, address } = renderPage(<ApplyPage />, {
      at: `/archives/transfers/new?members=${person.id}`,
      api: {
        'GET /api/archives/members': () => ({ body: { items: [person], total: 1 } }),
        [`GET /api/archives/transfers/destinations`]: () => ({
          body: {
            items: [{ id: to, name: '采油二队党支部', path: '采油一厂党委 / 采油二队党支部' }],
            total: 1,
          },
        }),
        'POST /api/archives/transfers': () => ({ status: 201, body: exampleTransfer }),
        'GET /api/identity/organizations': () => ({ body: { items: [], total: 0 } }),
      },
    });
    expect((await screen.findAllByText(/李文博 · 采油一厂采油一队党支部/)).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByLabelText('转入支部'));
    await userEvent.click(await screen.findByTitle('采油一厂党委 / 采油二队党支部'));
    await userEvent.type(screen.getByLabelText('转接原因'), '工作调动');
    await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
    await waitFor(() => expect(address()).toBe(`/archives/transfers/${exampleTransfer.id}`));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      memberId: person.id,
      toOrganizationId: to,
      reason: '工作调动',
      duesPaidThrough: null,
      validDays: 30,
    });
  });

  it('asks for what is missing before anything is sent', async () => {
    const { calls } = renderPage(<ApplyPage />, {
      at: '/archives/transfers/new',
      api: { 'GET /api/archives/members': () => ({ body: { items: [], total: 0 } }) },
    });
    await userEvent.click(await screen.findByRole('button', { name: '提交申请' }));
    await waitFor(() => expect(screen.getAllByText(/必填/).length).toBeGreaterThanOrEqual(3));
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  });
});
