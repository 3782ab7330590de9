import { registerProblemTexts } from '@banyan/ui-kit';
import { renderPage } from '@banyan/ui-kit/testing';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleImport } from './example-import.ts';
import { importProblems } from './import-problems.ts';
import { NewImportPage } from './NewImportPage.tsx';

/** The browser's own sender, which the page uses for its progress. */
class FakeRequest {
  static sent: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onabort?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  path = '';
  headers: Record<string, string> = {};
  form?: FormData;
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader() {
    return null;
  }
  send(form: FormData) {
    this.form = form;
    FakeRequest.sent.push(this);
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, body: unknown) {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.onload?.();
  }
}

registerProblemTexts(importProblems);
const real = globalThis.XMLHttpRequest;
const roster = new File(['姓名,身份证号'], '花名册.csv', { type: 'text/csv' });
const organizations = (count: number) => ({
  'GET /api/identity/organizations': () => ({
    body: {
      items: Array.from({ length: count }, (_, index) => ({
        id: `019a0000-0000-7000-8000-00000000000${index}`,
        parentId: index === 0 ? null : '019a0000-0000-7000-8000-000000000000',
        name: `组织${index}`,
        type: index === 0 ? 'committee' : 'branch',
      })),
      total: count,
      totalIsExact: true,
    },
  }),
});
const show = (count = 1) =>
  renderPage(<NewImportPage />, { at: '/archives/imports/new', api: organizations(count) });

async function chooseAndSend(): Promise<FakeRequest> {
  await userEvent.upload(screen.getByLabelText('花名册文件'), roster);
  await userEvent.click(screen.getByRole('button', { name: '上传并检查' }));
  await waitFor(() => expect(FakeRequest.sent).not.toHaveLength(0));
  return FakeRequest.sent.at(-1) as FakeRequest;
}

beforeEach(() => {
  FakeRequest.sent = [];
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
});
afterEach(() => {
  cleanup();
  globalThis.XMLHttpRequest = real;
});

describe('bringing in a roster', () => {
  it('shows how much is sent, and goes to the columns of what was begun', async () => {
    const { address } = show();
    const request = await chooseAndSend();
    act(() => request.upload.onprogress?.({ loaded: 30, total: 40 }));
    expect(screen.getByText('已上传 75%')).toBeTruthy();
    expect(request.form?.get('mode')).toBe('both');
    expect(request.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
    act(() => request.answer(202, { ...exampleImport, status: 'parsing' }));
    await screen.findByText('elsewhere');
    expect(address()).toBe(`/archives/imports/${exampleImport.id}?step=columns`);
  });

  it('says why a file was refused and what to do, and keeps file and choices', async () => {
    show();
    await userEvent.click(screen.getByRole('radio', { name: /只新增/ }));
    const request = await chooseAndSend();
    act(() => request.answer(415, { code: 'archives.import-encrypted' }));
    expect(await screen.findByText(/已加密|设有密码/)).toBeTruthy();
    expect(screen.getByText('花名册.csv')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /只新增/ })).toHaveProperty('checked', true);
    await userEvent.click(screen.getByRole('button', { name: '上传并检查' }));
    expect(FakeRequest.sent.at(-1)?.headers['idempotency-key']).toBe(request.headers['idempotency-key']);
  });

  it('leads to the import that has the same file open already', async () => {
    show();
    const request = await chooseAndSend();
    act(() => request.answer(409, { code: 'archives.import-duplicate', importId: exampleImport.id }));
    const link = await screen.findByRole('link', { name: '打开正在进行的那一次导入' });
    expect(link.getAttribute('href')).toBe(`/archives/imports/${exampleImport.id}`);
  });

  it('can be cancelled without losing the choice', async () => {
    show();
    await chooseAndSend();
    await userEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(await screen.findByText('已取消上传，文件仍在这里')).toBeTruthy();
    expect(screen.getByText('花名册.csv')).toBeTruthy();
  });

  it('refuses another kind of file before it is sent', async () => {
    show();
    const picture = new File(['x'], '花名册.xls');
    await userEvent.upload(screen.getByLabelText('花名册文件'), picture, { applyAccept: false });
    expect(await screen.findByText(/只能导入 .xlsx 或 .csv/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '上传并检查' })).toHaveProperty('disabled', true);
  });

  it('asks for the organization only whoever sees more than one', async () => {
    show(3);
    expect(await screen.findByText('花名册所属组织')).toBeTruthy();
    cleanup();
    show(1);
    await screen.findByRole('button', { name: '上传并检查' });
    expect(screen.queryByText('花名册所属组织')).toBeNull();
  });
});
