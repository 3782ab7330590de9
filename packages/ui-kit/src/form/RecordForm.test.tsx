import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { consoleFetch } from '../console-fetch.ts';
import { type Answer, type Call, renderPage } from '../testing.tsx';
import type { FormField } from './fields.tsx';
import { RecordForm } from './RecordForm.tsx';

const fields: FormField[] = [
  { name: 'name', label: '姓名', kind: 'text', limits: { required: true, maxLength: 5 } },
  { name: 'post', label: '岗位', kind: 'text' },
  { name: 'phone', label: '电话', kind: 'text', secret: true },
];

function Correct(props: { onDone?: () => void }) {
  return (
    <RecordForm
      place="page"
      title="更正"
      draftKey="test.1"
      fields={fields}
      initial={{ name: '李文', post: '工程师', phone: '' }}
      version={1}
      onSubmit={(_values, { changes, version }) =>
        consoleFetch(`${location.origin}/api/test/1`, {
          method: 'PATCH',
          headers: { 'if-match': `"${version}"` },
          body: JSON.stringify(changes),
        })
      }
      onDone={() => props.onDone?.()}
      onClose={() => {}}
    />
  );
}

const patch = (answer: (call: Call) => Answer) => ({ 'PATCH /api/test/1': answer });
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }));

async function retype(name: string, text: string) {
  await userEvent.clear(box(name));
  await userEvent.type(box(name), text);
}

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('a form', () => {
  it('has its buttons below the fields on a phone', async () => {
    renderPage(<Correct />, { width: 390 });
    const submit = await screen.findByRole('button', { name: '保存' });
    expect(box('电话').compareDocumentPosition(submit)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('sends only what differs, on the version it was read at', async () => {
    const onDone = vi.fn();
    const { calls } = renderPage(<Correct onDone={onDone} />, { api: patch(() => ({ body: {} })) });
    await retype('岗位', '队长');
    await save();
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(calls.at(-1)?.body).toEqual({ post: '队长' });
    expect(calls.at(-1)?.headers.get('if-match')).toBe('"1"');
    expect(sessionStorage).toHaveLength(0);
  });

  it('says what is wrong in the field before anything is sent', async () => {
    const { calls } = renderPage(<Correct />, { api: patch(() => ({ body: {} })) });
    await userEvent.clear(box('姓名'));
    await save();
    expect(await screen.findByText('必填')).toBeTruthy();
    expect(calls).toHaveLength(0);
  });

  it('puts refusals at their fields and keeps what was typed', async () => {
    const errors = [{ field: 'name', code: 'archives.name-taken', message: '与他人重名' }];
    renderPage(<Correct />, {
      api: patch(() => ({ status: 400, body: { code: 'request.invalid', errors } })),
    });
    await retype('姓名', '王某');
    await save();
    expect(await screen.findByText('与他人重名')).toBeTruthy();
    expect(box('姓名').value).toBe('王某');
  });

  it('brings back what was typed after a reload, secrets excepted', async () => {
    const first = renderPage(<Correct />);
    await retype('岗位', '调度员');
    await userEvent.type(box('电话'), '139');
    first.unmount();
    renderPage(<Correct />);
    expect(await screen.findByText('已恢复上次未保存的内容')).toBeTruthy();
    expect(box('岗位').value).toBe('调度员');
    expect(box('电话').value).toBe('');
  });

  it('shows a stale edit what changed, and saves the choice on the new version', async () => {
    const current = { name: '李文博', post: '队长', phone: '', version: 2 };
    const { calls } = renderPage(<Correct />, {
      api: patch(({ headers }) =>
        headers.get('if-match') === '"2"' ? { body: {} } : { status: 412, body: { code: 'stale', current } },
      ),
    });
    await retype('岗位', '调度员');
    await save();
    const dialog = await screen.findByRole('dialog', { name: '记录已被他人修改' });
    expect(within(dialog).getByText('李文博')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: '按所选保存' })).toHaveProperty('disabled', true);
    await userEvent.click(within(dialog).getByRole('radio', { name: /我填写的 调度员/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: '按所选保存' }));
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.headers.get('if-match')).toBe('"2"');
    expect(calls[1]?.body).toEqual({ post: '调度员' });
  });

  it('keeps what was typed when the network is gone', async () => {
    renderPage(<Correct />);
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await retype('岗位', '调度员');
    await save();
    expect(await screen.findByText(/网络连接中断/)).toBeTruthy();
    expect(box('岗位').value).toBe('调度员');
  });
});
