import { registerProblemTexts } from '@banyan/ui-kit';
import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { archivesProblems } from '../problems.ts';
import { MaskedValue } from './MaskedValue.tsx';

registerProblemTexts(archivesProblems);
afterEach(cleanup);

it('a number that may not be shown for now stays masked, and beside it stands how long to wait', async () => {
  renderPage(<MaskedValue memberId="m" field="idNumber" masked="6502****1111" allowed />, {
    api: {
      'POST /api/archives/members/m/unmask': () => ({
        status: 429,
        headers: { 'retry-after': '431' },
        body: { code: 'archives.unmask-limit' },
      }),
    },
  });
  await userEvent.click(screen.getByRole('button', { name: '查看证件号码（留痕）' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('查看事由'), '核对');
  await userEvent.click(dialog.getByRole('button', { name: '查看' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('约 8 分钟后可查看其他人的');
  expect(screen.getByText('6502****1111')).toBeTruthy();
});
