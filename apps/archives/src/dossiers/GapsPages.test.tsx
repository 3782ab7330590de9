import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { BranchGapsPage } from './BranchGapsPage.tsx';
import type { BranchDossiers, DossierExtra, DossierGap } from './dossier.ts';
import { ExtrasPage } from './ExtrasPage.tsx';
import { PeopleGapsPage } from './PeopleGapsPage.tsx';

afterEach(() => cleanup());

const branchId = '019a0000-0000-7000-8000-0000000000b1';
const missing = [
  { item: 'application', name: '入党申请书', people: 3 },
  { item: '019a0000-0000-7000-8000-0000000000e1', name: '廉洁承诺书', people: 12 },
];
const branch: BranchDossiers = {
  organizationId: branchId,
  organizationName: '采油一队党支部',
  people: 20,
  complete: 8,
  gaps: 15,
  missing,
};
const person: DossierGap = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: '郝建国',
  organizationId: branchId,
  organizationName: '采油一队党支部',
  stage: 'full',
  met: 3,
  due: 5,
  missing: [
    { item: 'admission-form', name: '入党志愿书' },
    { item: 'e1', name: '廉洁承诺书' },
  ],
};
const extra: DossierExtra = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  organizationId: branchId,
  organizationName: '采油一厂党委',
  name: '廉洁承诺书',
  hint: null,
  stage: 'full',
  least: 1,
  version: 4,
  abilities: ['update', 'remove'],
};
const node = { id: branchId, parentId: null, name: '采油一队党支部', type: 'branch' };
const organizations = { 'GET /api/identity/organizations': () => ({ body: { items: [], total: 0 } }) };
const extras = (items: DossierExtra[]) => ({
  'GET /api/archives/dossier-extras': () => ({ body: { items, total: items.length, totalIsExact: true } }),
});

describe('the completeness of dossiers', () => {
  it('is told by branch, with what is missing most and the way to who misses it', async () => {
    renderPage(<BranchGapsPage />, {
      at: '/archives/dossiers',
      api: {
        ...organizations,
        'GET /api/archives/dossiers/branches': () => ({
          body: { items: [branch], total: 1, totalIsExact: true, whole: branch },
        }),
      },
    });
    const row = within((await screen.findByText('采油一队党支部')).closest('tr') as HTMLElement);
    expect(row.getByText('40 %')).toBeTruthy();
    const most = row.getByRole('link', { name: '廉洁承诺书 12 人' });
    expect(most.getAttribute('href')).toContain(`item=${missing[1]?.item}&organizationId=${branchId}`);
    expect(await screen.findByText('20 人中 8 人材料已齐，共缺 15 项')).toBeTruthy();
  });

  it('is told by person, with each item that is missing', async () => {
    renderPage(<PeopleGapsPage />, {
      at: '/archives/dossiers/people?gaps=true',
      api: {
        ...organizations,
        ...extras([extra]),
        'GET /api/archives/dossiers': () => ({ body: { items: [person], total: 1, totalIsExact: true } }),
      },
    });
    expect(await screen.findByText('入党志愿书、廉洁承诺书')).toBeTruthy();
    expect(screen.getByText('3 / 5 项')).toBeTruthy();
    expect(screen.getByRole('link', { name: '郝建国' }).getAttribute('href')).toContain(
      `${person.id}/dossier`,
    );
  });
});

describe('local items', () => {
  it('are changed on the version that was read', async () => {
    const { calls } = renderPage(<ExtrasPage />, {
      api: {
        ...organizations,
        ...extras([extra]),
        [`PATCH /api/archives/dossier-extras/${extra.id}`]: () => ({ body: { ...extra, least: 2 } }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: '修改 廉洁承诺书' }));
    const dialog = within(await screen.findByRole('dialog'));
    const least = dialog.getByLabelText('至少份数');
    await userEvent.clear(least);
    await userEvent.type(least, '2');
    await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
    expect(await screen.findByText('已保存 廉洁承诺书')).toBeTruthy();
    const patch = calls.find(({ method }) => method === 'PATCH');
    expect(patch?.headers.get('if-match')).toBe('"4"');
    expect(patch?.body).toEqual({ name: '廉洁承诺书', hint: null, stage: 'full', least: 2 });
  });

  it('are sent as another request once they were corrected, and keep what was typed', async () => {
    let asked = 0;
    const { calls } = renderPage(<ExtrasPage />, {
      api: {
        'GET /api/identity/organizations': () => ({ body: { items: [node], total: 1, totalIsExact: true } }),
        ...extras([extra]),
        'POST /api/archives/dossier-extras': () => {
          asked += 1;
          return asked > 1
            ? { status: 201, body: { ...extra, name: '谈话记录' } }
            : { status: 409, body: { code: 'archives.dossier-extra-taken', errors: [] } };
        },
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /增列材料$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('combobox', { name: '适用组织' }));
    await userEvent.click(await screen.findByTitle('采油一队党支部'));
    await userEvent.type(dialog.getByLabelText('材料名称'), '谈话');
    await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
    expect(await dialog.findByRole('alert')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('材料名称'), '记录');
    await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
    expect(await screen.findByText('已增列 谈话记录')).toBeTruthy();
    const keys = calls
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('say what to do while there are none', async () => {
    renderPage(<ExtrasPage />, { api: { ...organizations, ...extras([]) } });
    expect(await screen.findByText('需要时可为本级及下级增列一项。')).toBeTruthy();
  });
});
