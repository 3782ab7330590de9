import { type Answer, type Call, renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { CustomField } from './custom-field.ts';
import { exampleField, exampleNumber } from './example-field.ts';
import { FieldSettingsPage } from './FieldSettingsPage.tsx';

const place = exampleField.organizationId;
const branch = '019a0000-0000-7000-8000-00000000000a';
const organizations = [
  { id: place, parentId: null, name: '示范集团党委', type: 'group' },
  { id: branch, parentId: place, name: '采油一队党支部', type: 'branch' },
];

function show(fields: CustomField[], api: Record<string, (call: Call) => Answer> = {}, at = place) {
  return renderPage(<FieldSettingsPage />, {
    at: `/archives/settings/fields?organizationId=${at}`,
    actor: { roots: [place] },
    api: {
      'GET /api/archives/fields': () => ({
        body: { items: fields, total: fields.length, totalIsExact: true, abilities: ['create', 'order'] },
      }),
      'GET /api/identity/organizations': () => ({ body: { items: organizations, total: 2 } }),
      ...api,
    },
  });
}

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('the settings of custom fields', () => {
  it('shows what can be filled in, and the form as it will look', async () => {
    show([exampleField, exampleNumber]);
    const own = within(await screen.findByRole('region', { name: '本组织的字段' }));
    expect(own.getByText(/单选 · 白班、夜班 · shift/)).toBeTruthy();
    expect(own.getByText(/数字 · 0 至 5000 元 · allowance/)).toBeTruthy();
    const preview = within(screen.getByRole('region', { name: '表单预览' }));
    expect(preview.getByLabelText('班制')).toBeTruthy();
    expect(preview.getByText('按排班表填写')).toBeTruthy();
  });

  it('tells fields from above apart, with where they come from and nothing to change', async () => {
    show([{ ...exampleField, abilities: [] }], {}, branch);
    const above = within(await screen.findByRole('region', { name: '上级设立的字段' }));
    expect(above.getByText('来自示范集团党委')).toBeTruthy();
    expect(above.queryByRole('button')).toBeNull();
    expect(screen.getByText('这里还没有自己的字段')).toBeTruthy();
  });

  it('moves a field by its buttons', async () => {
    const { calls } = show([exampleField, exampleNumber], {
      'POST /api/archives/fields/order': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
    });
    await userEvent.click(await screen.findByRole('button', { name: '下移 班制' }));
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
        organizationId: place,
        ids: [exampleNumber.id, exampleField.id],
      }),
    );
  });

  it('says how many records say something before a field is archived, and takes it back', async () => {
    const { calls } = show([exampleField], {
      [`GET /api/archives/fields/${exampleField.id}/usage`]: () => ({ body: { records: 1_204 } }),
      [`POST /api/archives/fields/${exampleField.id}/archive`]: () => ({
        body: { ...exampleField, archived: true },
      }),
      [`POST /api/archives/fields/${exampleField.id}/restore`]: () => ({ body: exampleField }),
    });
    await userEvent.click(await screen.findByRole('button', { name: '停用班制' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/1,204 份档案填写了这一项/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: /停\s*用/ }));
    await userEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/restore'))).toBe(true));
  });

  it('makes a list with choices; key and values of choices follow the English names', async () => {
    const { calls } = show([], { 'POST /api/archives/fields': () => ({ status: 201, body: exampleField }) });
    await userEvent.click((await screen.findAllByRole('button', { name: /新增字段/ }))[0] as HTMLElement);
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(await form.findByLabelText('中文名称'), '班制');
    await userEvent.type(form.getByLabelText('英文名称'), 'Shift pattern');
    await userEvent.click(form.getByLabelText('类型'));
    await userEvent.click(await screen.findByTitle('单选'));
    await userEvent.click(await form.findByRole('button', { name: /添加选项/ }));
    await userEvent.click(form.getByRole('button', { name: /添加选项/ }));
    await userEvent.type(form.getByLabelText('第 1 项 中文'), '白班');
    await userEvent.type(form.getByLabelText('白班 英文（可不填）'), 'Day');
    await userEvent.click(form.getByRole('button', { name: /保\s*存/ }));
    expect(await form.findByText('每个选项都要有中文名称')).toBeTruthy();
    await userEvent.type(form.getByLabelText('第 2 项 中文'), '夜班');
    await userEvent.click(form.getByRole('button', { name: /保\s*存/ }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      organizationId: place,
      kind: 'one-of',
      key: 'shift-pattern',
      labelZh: '班制',
      labelEn: 'Shift pattern',
      options: [
        { value: 'day', labelZh: '白班', labelEn: 'Day', retired: false },
        { value: 'choice-2', labelZh: '夜班', labelEn: null, retired: false },
      ],
    });
  }, 20_000);

  it('shows a taken key at its field and keeps what was typed', async () => {
    show([], {
      'POST /api/archives/fields': () => ({
        status: 409,
        body: {
          code: 'archives.field-key-taken',
          errors: [{ field: 'key', code: 'field.key-taken', message: 'Is taken.' }],
        },
      }),
    });
    await userEvent.click((await screen.findAllByRole('button', { name: /新增字段/ }))[0] as HTMLElement);
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(await form.findByLabelText('中文名称'), '宿舍');
    await userEvent.click(form.getByRole('button', { name: /保\s*存/ }));
    expect(await form.findByText('Is taken.')).toBeTruthy();
    expect((form.getByLabelText('中文名称') as HTMLInputElement).value).toBe('宿舍');
  });
});
