import { renderPage } from '@banyan/ui-kit/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportButton } from './ExportButton.tsx';

const masked = ['archives.member.read', 'archives.member.export'];
const entitled = [...masked, 'archives.member.read-sensitive'];
const list = {
  'GET /api/archives/members': () => ({ body: { items: [], total: 2, totalIsExact: true, next: null } }),
  'GET /api/identity/organizations': () => ({ body: { items: [], total: 0, totalIsExact: true } }),
};

/** The export as a stream that the test feeds; everything else is answered as the page expects. */
function streamExports() {
  const asked: URLSearchParams[] = [];
  let refused: Response | undefined;
  const rest = globalThis.fetch;
  let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
  let left = false;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (!url.pathname.endsWith('/export')) return rest(request);
    if (request.method !== 'POST' || url.search !== '')
      throw new Error(`asked by ${request.method} ${url.search}`);
    asked.push(new URLSearchParams(await request.clone().text()));
    if (refused !== undefined) return refused;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        feed = controller;
        request.signal.addEventListener('abort', () => {
          left = true;
          controller.error(new DOMException('left', 'AbortError'));
        });
      },
    });
    const headers = { 'x-export-rows': '2', 'content-disposition': "attachment; filename*=UTF-8''a%20b.csv" };
    return new Response(body, { headers });
  };
  const send = (text: string) => feed?.enqueue(new TextEncoder().encode(text));
  return {
    asked,
    send,
    end: () => feed?.close(),
    breakOff: () => feed?.error(new TypeError('gone')),
    left: () => left,
    refuse: (status: number, code: string) => {
      refused = new Response(JSON.stringify({ code, status }), {
        status,
        headers: { 'content-type': 'application/problem+json' },
      });
    },
  };
}

const saved = vi.fn();
beforeEach(() => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved(this.download);
  });
});
afterEach(() => {
  cleanup();
  saved.mockReset();
  vi.restoreAllMocks();
  localStorage.clear();
});

async function openDialog(permissions = masked, at = '/archives/members?stage=full&sex=female&sort=name') {
  renderPage(<ExportButton />, { at, api: list, actor: { permissions } });
  const exports = streamExports();
  await userEvent.click(screen.getByRole('button', { name: /导出/ }));
  const dialog = await screen.findByRole('dialog');
  return { exports, dialog };
}

describe('exporting the list', () => {
  it('is not offered to whoever may not', () => {
    renderPage(<ExportButton />, { at: '/', api: list, actor: { permissions: ['archives.member.read'] } });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says whom the file will hold, follows it, and hands it over', async () => {
    const { exports, dialog } = await openDialog();
    expect(await within(dialog).findByText('2 人')).toBeTruthy();
    expect(dialog.textContent).toContain('人员类别：正式党员 · 性别 女');
    await userEvent.click(within(dialog).getByLabelText('CSV 文本（.csv）'));
    await userEvent.click(within(dialog).getByLabelText('籍贯'));
    await userEvent.click(within(dialog).getByRole('button', { name: '开始导出' }));
    await screen.findByText('正在准备名单…');
    const query = Object.fromEntries(exports.asked[0] ?? []);
    expect(query).toMatchObject({
      stage: 'full',
      sex: 'female',
      sort: 'name',
      format: 'csv',
      language: 'zh-CN',
    });
    expect(query['columns']?.split(',')).toContain('nativePlace');
    expect(query['unmasked']).toBeUndefined();
    exports.send('a\r\nb\r\n');
    expect(await screen.findByText('已接收 2 / 2 人 · 1 KB')).toBeTruthy();
    exports.end();
    expect(await screen.findByText('已导出 2 人')).toBeTruthy();
    expect(saved).toHaveBeenCalledWith('a b.csv');
  });

  it('asks for a reason before numbers go out in full', async () => {
    const { exports, dialog } = await openDialog(entitled);
    await userEvent.click(within(dialog).getByLabelText('完整显示'));
    await userEvent.click(within(dialog).getByRole('button', { name: '开始导出' }));
    expect(await screen.findByText('必填')).toBeTruthy();
    expect(exports.asked).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('导出事由'), '年度统计');
    await userEvent.click(within(dialog).getByRole('button', { name: '开始导出' }));
    await screen.findByText('正在准备名单…');
    expect(exports.asked[0]?.get('reason')).toBe('年度统计');
  });

  it.each([
    [429, 'stream.too-many', /同时下载的文件过多/],
    [503, 'stream.busy', /正在下载文件的人较多/],
    [403, 'access.forbidden', /权限/],
  ])('that is refused with %i says so in its place', async (status, code, text) => {
    const { exports, dialog } = await openDialog();
    exports.refuse(status, code);
    await userEvent.click(within(dialog).getByRole('button', { name: '开始导出' }));
    expect(await within(dialog).findByText(text)).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: '返回修改' })).toBeTruthy();
    expect(saved).not.toHaveBeenCalled();
  });

  it('ends when it is cancelled, and leaves no file', async () => {
    const { exports, dialog } = await openDialog();
    await userEvent.click(within(dialog).getByRole('button', { name: '开始导出' }));
    await screen.findByText('正在准备名单…');
    await userEvent.click(screen.getByRole('button', { name: '取消导出' }));
    expect(await screen.findByText(/导出已取消/)).toBeTruthy();
    expect([exports.left(), saved.mock.calls]).toEqual([true, []]);
  });

  it('that breaks off is told as a failure, and what was chosen is kept', async () => {
    const { exports, dialog } = await openDialog();
    await userEvent.click(within(dialog).getByLabelText('CSV 文本（.csv）'));
    await userEvent.click(within(dialog).getByRole('button', { name: '开始导出' }));
    await screen.findByText('正在准备名单…');
    exports.send('half');
    exports.breakOff();
    expect(await screen.findByText('导出没有完成，没有留下文件。')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '返回修改' }));
    expect(within(dialog).getByLabelText<HTMLInputElement>('CSV 文本（.csv）').checked).toBe(true);
    expect(saved).not.toHaveBeenCalled();
  });
});
