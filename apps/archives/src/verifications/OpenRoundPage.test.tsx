import { registerProblemTexts } from '@banyan/ui-kit';
import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { exampleRound } from './example-round.ts';
import { OpenRoundPage } from './OpenRoundPage.tsx';
import { verificationProblems } from './verification-problems.ts';

registerProblemTexts(verificationProblems);
afterEach(cleanup);

it('says at the organization that it is held without what is below, and keeps what was typed', async () => {
  const refusal = {
    status: 403,
    body: {
      code: 'archives.verification-below',
      errors: [{ field: 'organizationId', code: 'organization.held-alone', message: 'Held alone.' }],
    },
  };
  renderPage(<OpenRoundPage />, {
    at: '/archives/verifications/new',
    actor: { roots: [exampleRound.organizationId] },
    api: { 'POST /api/archives/verifications': () => refusal },
  });
  await userEvent.type(await screen.findByLabelText('名称'), '年度核实');
  await userEvent.type(await screen.findByLabelText('截止日期'), '2026-12-31{Enter}');
  await userEvent.click(screen.getByRole('button', { name: /^发\s?起$/ }));
  expect(await screen.findByText('您的权限只到该组织本级，不含下级')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('年度核实');
});
