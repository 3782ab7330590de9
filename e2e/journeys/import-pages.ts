import { expect, type Page } from '@playwright/test';
import { atStep, bringInRoster } from './bring-in-roster.ts';
import type { ConsolePage } from './pages.ts';
import { idNumberOf } from './ugly-roster.ts';

const headers = { 'x-banyan-client': 'pictures' };
const imports = '/api/archives/imports';
type Shown = { id: string; status: string; fileName: string };

async function read<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(path, { headers })).json()) as Answer;
}

async function until(page: Page, id: string, status: string): Promise<void> {
  await expect.poll(async () => (await read<Shown>(page, `${imports}/${id}`)).status).toBe(status);
}

/** A small roster of this name in this state; the one that is there already, where there is one. */
async function roster(page: Page, name: string, serial: number, end: 'committed' | 'undone') {
  const fileName = `${name}.csv`;
  const { items } = await read<{ items: Shown[] }>(page, `${imports}?status=${end}&pageSize=50`);
  const known = items.find((item) => item.fileName === fileName);
  if (known) return known.id;
  const people = ['季文博', '蒲晓燕', '左立军'].map((person, index) =>
    [
      person,
      idNumberOf('1985-03-04', serial + index),
      '正式党员',
      '采油一厂采油二队党支部',
      '2010-07-01',
      '2011-07-01',
    ].join(','),
  );
  const text = ['姓名,身份证号,人员类别,所在党支部,入党时间,转正时间', ...people].join('\n');
  const sent = await page.request.post(imports, {
    headers,
    multipart: { mode: 'add', file: { name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text) } },
  });
  const { id } = (await sent.json()) as { id: string };
  await until(page, id, 'preview');
  await page.request.post(`${imports}/${id}/commit`, { data: { skipInvalid: true }, headers });
  await until(page, id, 'committed');
  if (end === 'undone') {
    await page.request.post(`${imports}/${id}/undo`, { headers });
    await until(page, id, 'undone');
  }
  return id;
}

const committed = (page: Page) => roster(page, '采油二队新增人员', 201, 'committed');

/** One of its people was corrected since: it cannot be taken back. */
async function withLaterWork(page: Page): Promise<string> {
  const id = await roster(page, '采油二队增补人员', 301, 'committed');
  const { items } = await read<{ items: { memberId: string }[] }>(page, `${imports}/${id}/rows?pageSize=1`);
  const path = `/api/archives/members/${items[0]?.memberId}`;
  const { version } = await read<{ version: number }>(page, path);
  if (version === 1)
    await page.request.patch(path, {
      data: { post: '采油班长' },
      headers: { ...headers, 'if-match': `"${version}"` },
    });
  return id;
}

/** The service at work, which is over too soon for a picture. */
async function atWork(page: Page): Promise<void> {
  const id = await committed(page);
  const shown = await read<object>(page, `${imports}/${id}`);
  const body = {
    ...shown,
    status: 'committing',
    committedAt: null,
    abilities: [],
    progress: { done: 42_000, total: 100_000 },
  };
  await page.route(`**${imports}/${id}`, (route) => route.fulfill({ json: body }));
  await page.goto(`/archives/imports/${id}`);
  await page.getByRole('progressbar').waitFor();
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/archives/imports/${id}`);
  await page.locator('.imports-panel').waitFor();
}

const as = 'officer';
const path = '/archives/imports';

/** Imports at every step, and what became of them. */
export const importPages: ConsolePage[] = [
  {
    name: 'imports',
    as,
    path,
    prepare: async (page) => {
      await committed(page);
      await bringInRoster(page);
      await page.reload();
      await page.locator('.by-row, .by-cards li').first().waitFor();
    },
  },
  { name: 'import-new', as, path: '/archives/imports/new' },
  { name: 'import-columns', as, path, prepare: atStep('columns') },
  { name: 'import-rows', as, path, prepare: atStep('rows') },
  {
    name: 'import-correct',
    as,
    path,
    prepare: async (page) => {
      await atStep('rows')(page);
      await page.locator('.imports-cell-wrong button').first().click();
      await page.locator('.imports-cell-wrong input').waitFor();
    },
  },
  { name: 'import-differences', as, path, prepare: atStep('differences') },
  { name: 'import-at-work', as, path, prepare: atWork },
  { name: 'import-committed', as, path, prepare: async (page) => open(page, await committed(page)) },
  {
    name: 'import-people',
    as,
    path: '/archives/members',
    prepare: async (page) => {
      await page.goto(`/archives/members?import=${await committed(page)}`);
      await page.locator('.by-filter-given').waitFor();
    },
  },
  {
    name: 'import-not-undoable',
    refusals: [/status of 409/],
    as,
    path,
    prepare: async (page) => {
      await open(page, await withLaterWork(page));
      await page.getByRole('button', { name: /^(撤销整批导入|Undo the whole import)$/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(撤销整批导入|Undo the whole import)$/ })
        .click();
      await page.locator('.imports-result .ant-alert').waitFor();
    },
  },
  {
    name: 'import-undone',
    as,
    path,
    prepare: async (page) => open(page, await roster(page, '采油二队重复名单', 401, 'undone')),
  },
];
