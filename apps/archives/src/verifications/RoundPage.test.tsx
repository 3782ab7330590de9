import { registerProblemTexts } from '@banyan/ui-kit';
import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleAsked, exampleBranch, exampleProgress, exampleRound } from './example-round.ts';
import { RoundById } from './RoundPage.tsx';
import type { AskedPerson, RoundRecord } from './verification.ts';
import { verificationProblems } from './verification-problems.ts';
import { VerificationListPage } from './VerificationListPage.tsx';

const { id } = exampleRound;
const path = '/api/archives/verifications';
const second: AskedPerson = {
  ...exampleAsked,
  id: '019a0000-0000-7000-8000-0000000000a3',
  member: { ...exampleAsked.member, id: '019a0000-0000-7000-8000-0000000000a3', name: '孙静', version: 5 },
};
const listOf = (items: AskedPerson[], progress = exampleProgress) => ({
  body: { items, total: items.length, totalIsExact: true, progress },
});
const show = (round: RoundRecord, more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<RoundById id={id} />, {
    at: `/archives/verifications/${id}`,
    ...more,
    api: {
      'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
      [`GET ${path}/${id}`]: () => ({ body: round }),
      [`GET ${path}/${id}/people`]: () => listOf([exampleAsked, second]),
      ...more.api,
    },
  });
const rowOf = async (name: string) => within((await screen.findByText(name)).closest('li') as HTMLElement);
const sent = (calls: ReturnType<typeof show>['calls']) => calls.filter(({ method }) => method === 'POST');
const stored = { status: 200, body: { answered: 1, progress: exampleProgress } };

registerProblemTexts(verificationProblems);
afterEach(cleanup);

describe('the round of a branch', () => {
  it('shows what is on record of each person beside what may be answered', async () => {
    show(exampleRound);
    const person = await rowOf('李文博');
    expect(person.getByText('采油工程师')).toBeTruthy();
    expect(person.getByText('6502****1111')).toBeTruthy();
    expect(person.getByRole('button', { name: '准确' })).toBeTruthy();
    expect(person.getByRole('button', { name: '不准确，去更正' })).toBeTruthy();
  });

  it('begins with those who wait, and puts another choice into the address', async () => {
    const { calls, address } = show(exampleRound);
    await rowOf('李文博');
    const asked = calls.filter(({ path }) => path.includes('/people?')).map(({ path }) => path);
    expect(asked).not.toHaveLength(0);
    expect(asked.every((path) => path.includes('answer=none'))).toBe(true);
    expect((screen.getByRole('radio', { name: '未答复' }) as HTMLInputElement).checked).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: '全部' }));
    await waitFor(() => expect(address()).toContain('answer=all'));
    await waitFor(() => expect(calls.at(-1)?.path).not.toContain('answer='));
  });

  it('shows everybody once nobody waits', async () => {
    const answered: AskedPerson = { ...exampleAsked, answer: 'confirmed' };
    show(exampleRound, {
      api: {
        [`GET ${path}/${id}/people`]: (call) => listOf(call.path.includes('answer=none') ? [] : [answered]),
      },
    });
    await rowOf('李文博');
    expect((screen.getByRole('radio', { name: '全部' }) as HTMLInputElement).checked).toBe(true);
  });

  it('confirms everybody shown in one act, each at the version that was seen', async () => {
    const { calls } = show(exampleRound, { api: { [`POST ${path}/${id}/answers`]: () => stored } });
    await userEvent.click(await screen.findByRole('checkbox', { name: '选择本页未答复的人员' }));
    await userEvent.click(screen.getByRole('button', { name: '确认所选准确（2）' }));
    await waitFor(() => expect(sent(calls)).toHaveLength(1));
    expect(sent(calls)[0]?.body).toEqual({
      organizationId: exampleRound.part[0]?.organizationId,
      answers: [
        { memberId: exampleAsked.id, answer: 'confirmed', note: null, version: 3 },
        { memberId: second.id, answer: 'confirmed', note: null, version: 5 },
      ],
    });
  });

  it('keeps the choice and says so when records have changed meanwhile', async () => {
    show(exampleRound, {
      api: {
        [`POST ${path}/${id}/answers`]: () => ({
          status: 409,
          body: { code: 'archives.verification-people-changed', errors: [] },
        }),
      },
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: '选择孙静' }));
    await userEvent.click(screen.getByRole('button', { name: '确认所选准确（1）' }));
    expect(await screen.findByText(/刚才的答复没有保存/)).toBeTruthy();
    expect((screen.getByRole('checkbox', { name: '选择孙静' }) as HTMLInputElement).checked).toBe(true);
  });

  it('asks why somebody cannot be verified', async () => {
    const { calls } = show(exampleRound, { api: { [`POST ${path}/${id}/answers`]: () => stored } });
    await userEvent.click((await rowOf('孙静')).getByRole('button', { name: '说不清' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: /保\s?存/ }));
    expect(await dialog.findByText('必填')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('原因'), '联系不上本人');
    await userEvent.click(dialog.getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(sent(calls)).toHaveLength(1));
    expect(sent(calls)[0]?.body).toMatchObject({
      answers: [{ memberId: second.id, answer: 'unknown', note: '联系不上本人' }],
    });
  });

  it('says in the dialog what was refused there, and keeps the reason that was typed', async () => {
    show(exampleRound, {
      api: {
        [`POST ${path}/${id}/answers`]: () => ({
          status: 409,
          body: { code: 'archives.verification-closed' },
        }),
      },
    });
    await userEvent.click((await rowOf('孙静')).getByRole('button', { name: '说不清' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('原因'), '联系不上本人');
    await userEvent.click(dialog.getByRole('button', { name: /保\s?存/ }));
    expect(await dialog.findByText(/这一轮核实已结束/)).toBeTruthy();
    expect((dialog.getByLabelText('原因') as HTMLInputElement).value).toBe('联系不上本人');
  });

  it('says when the branch is done, and offers nothing to whoever may not answer', async () => {
    const done = { ...exampleProgress, confirmed: 2, answered: 2, finished: 1 };
    const answered: AskedPerson = {
      ...exampleAsked,
      answer: 'confirmed',
      answeredAt: '2026-11-22T02:00:00Z',
      answeredBy: { id: null, name: '王建国' },
    };
    show(
      { ...exampleRound, progress: done, abilities: [] },
      { api: { [`GET ${path}/${id}/people`]: () => listOf([answered], done) } },
    );
    expect(await screen.findByText('本支部已全部核实')).toBeTruthy();
    expect(screen.getByText(/王建国/)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: '准确' })).toBeNull();
  });
});

describe('the round of a unit', () => {
  const unit: RoundRecord = {
    ...exampleRound,
    isOverdue: true,
    part: [
      { organizationId: exampleRound.organizationId, organizationName: '采油一厂党委', isBranch: false },
    ],
    progress: { ...exampleProgress, people: 20, confirmed: 7, answered: 7 },
    abilities: ['update', 'close', 'remind', 'answer'],
  };
  const branches = {
    [`GET ${path}/${id}/progress`]: () => ({
      body: {
        items: [{ ...exampleBranch, isOverdue: true }],
        total: 1,
        totalIsExact: true,
        progress: unit.progress,
      },
    }),
  };

  it('shows each node with word and figures, and leads down to the people', async () => {
    show(unit, { api: branches });
    const row = await screen.findByRole('row', { name: /采油一队/ });
    expect(row.textContent).toContain('7 / 20 人');
    expect(row.textContent).toContain('35%');
    expect(row.textContent).toContain('逾期');
    const link = within(row).getByRole('link', { name: exampleBranch.name });
    expect(link.getAttribute('href')).toContain(`branch=${exampleBranch.id}`);
  });

  it('turns its pages on a phone too', async () => {
    const { calls } = show(unit, {
      width: 390,
      api: {
        [`GET ${path}/${id}/progress`]: () => ({
          body: { items: [exampleBranch], total: 51, totalIsExact: true, progress: unit.progress },
        }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '下一页' }));
    await waitFor(() => expect(calls.some((call) => call.path.includes('page=2'))).toBe(true));
  });

  it('says why it was not closed', async () => {
    show(unit, {
      api: {
        ...branches,
        [`POST ${path}/${id}/close`]: () => ({ status: 409, body: { code: 'archives.verification-closed' } }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '结束核实' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '结束核实' }));
    expect(await screen.findByText(/这一轮核实已结束/)).toBeTruthy();
  });

  it('reminds the branches that are not done, and says so from then on', async () => {
    let now = unit;
    const { calls } = show(unit, {
      api: {
        ...branches,
        [`GET ${path}/${id}`]: () => ({ body: now }),
        [`POST ${path}/${id}/remind`]: ({ body }) => {
          const { note } = body as { note: string };
          now = { ...unit, reminder: { at: '2026-11-23T02:00:00Z', note, by: '周岚' } };
          return { body: { branches: 3 } };
        },
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /催\s?办/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('催办内容'), '请本周完成');
    await userEvent.click(dialog.getByRole('button', { name: /催\s?办/ }));
    expect(await screen.findByText('已催办 3 个支部')).toBeTruthy();
    expect(sent(calls)[0]?.body).toEqual({ organizationId: unit.organizationId, note: '请本周完成' });
    expect(await screen.findByText(/周岚.*请本周完成/)).toBeTruthy();
  });
});

describe('the list of rounds', () => {
  it('shows how far my part has come, and offers a new round only to whoever may', async () => {
    const { reminder: _reminder, ...round } = exampleRound;
    renderPage(<VerificationListPage />, {
      at: '/archives/verifications',
      actor: { permissions: ['archives.verification.read'] },
      api: {
        [`GET ${path}`]: () => ({
          body: { items: [{ ...round, isOverdue: true }], total: 1, totalIsExact: true },
        }),
      },
    });
    const row = await screen.findByRole('row', { name: /2026 年度核实/ });
    expect(row.textContent).toContain('0 / 2 人');
    expect(row.textContent).toContain('已逾期');
    expect(screen.queryByRole('button', { name: /发起核实/ })).toBeNull();
  });
});
