import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dossier } from './dossier.ts';
import { DossierChecklist } from './DossierChecklist.tsx';
import { DossierProgress } from './DossierProgress.tsx';
import { exampleDossier, exampleFile } from './example-dossier.ts';

const show = (dossier: Dossier, more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(
    <>
      <DossierProgress {...dossier.progress} />
      <DossierChecklist dossier={dossier} />
    </>,
    more,
  );
const item = (name: string) => within(screen.getByRole('listitem', { name }));
const { memberId } = exampleDossier;

afterEach(() => cleanup());

describe('the checklist of a dossier', () => {
  it('tells what is in place, what is missing, by which rule and on whose wish', () => {
    show(exampleDossier);
    expect(screen.getByText('应有 3 项，已齐 1 项')).toBeTruthy();
    expect(item('入党申请书').getByText('齐全')).toBeTruthy();
    expect(item('入党申请书').getByRole('button', { name: '预览 入党申请书.pdf' })).toBeTruthy();
    expect(item('入党志愿书').getByText('缺')).toBeTruthy();
    expect(item('入党志愿书').getByText(/2026年版第36条/)).toBeTruthy();
    expect(item('廉洁承诺书').getByText(/采油一厂党委增列/)).toBeTruthy();
  });

  it('offers whoever only reads it nothing to change', () => {
    show({ ...exampleDossier, abilities: ['archive'] });
    expect(screen.queryByRole('button', { name: /^上传/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^移除/ })).toBeNull();
    expect(screen.getByRole('button', { name: '下载 入党申请书.pdf' })).toBeTruthy();
  });

  it('says that an item which is not due yet is no gap', () => {
    const [, form] = exampleDossier.items;
    show({ ...exampleDossier, items: [{ ...(form as Dossier['items'][number]), due: false }] });
    expect(item('入党志愿书').getByText('未到阶段')).toBeTruthy();
  });

  it('goes on with an upload that broke off only with the same file', async () => {
    const upload = {
      ...{ id: '019a0000-0000-7000-8000-0000000000c1', item: 'admission-form', name: '志愿书.pdf' },
      ...{ fingerprint: '1-3-志愿书.pdf', size: 3, received: 1, startedAt: '2026-11-23T00:00:00Z' },
    };
    show({ ...exampleDossier, uploads: [upload] });
    const row = item('入党志愿书');
    expect(row.getByText('上次未传完：志愿书.pdf，已传 1 B / 3 B')).toBeTruthy();
    const input = document.querySelector<HTMLInputElement>(`[data-upload="${upload.id}"]`);
    await userEvent.upload(input as HTMLInputElement, new File(['abcd'], '别的.pdf', { lastModified: 1 }));
    expect(await screen.findByText('所选文件不是 志愿书.pdf，未继续上传。')).toBeTruthy();
  });

  it('takes a file out at once and back by one click', async () => {
    const empty = { ...exampleDossier, items: exampleDossier.items.map((one) => ({ ...one, files: [] })) };
    const path = `/api/archives/dossier-files/${exampleFile.id}`;
    const { calls } = show(exampleDossier, {
      api: {
        [`DELETE ${path}`]: () => ({ body: empty }),
        [`POST ${path}/restore`]: () => ({ body: exampleDossier }),
      },
    });
    await userEvent.click(screen.getByRole('button', { name: '移除 入党申请书.pdf' }));
    await userEvent.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await screen.findByText('已恢复 入党申请书.pdf')).toBeTruthy();
    expect(calls.map(({ method }) => method)).toEqual(['DELETE', 'POST']);
  });

  it('asks for a word before it takes an item for not needed', async () => {
    const { calls } = show(exampleDossier, {
      api: { [`PATCH /api/archives/members/${memberId}/dossier`]: () => ({ body: exampleDossier }) },
    });
    await userEvent.click(screen.getByRole('button', { name: '标记：入党志愿书' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: '不需要' }));
    await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
    expect(await dialog.findByText('必填')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('说明'), '原件存人事档案');
    await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.headers.get('if-match')).toBe('"0"');
    expect(calls[0]?.body).toEqual({ item: 'admission-form', mark: 'not-needed', note: '原件存人事档案' });
  });
});
