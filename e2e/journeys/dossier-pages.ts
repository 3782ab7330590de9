import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';
import { redPdf, redPixel } from './papers.ts';

const headers = { 'x-banyan-client': 'pictures' };

/** Somebody with a dossier in every state: files, one removed, one marked, one not yet whole. */
async function withDossier(page: Page): Promise<string> {
  const api = page.request;
  const list = await api.get('/api/archives/members?stage=full&state=active&pageSize=1&sort=name', {
    headers,
  });
  const { items } = (await list.json()) as { items: { id: string }[] };
  const id = String(items[0]?.id);
  const dossier = `/api/archives/members/${id}/dossier`;
  const before = (await (await api.get(dossier, { headers })).json()) as { progress: { met: number } };
  if (before.progress.met > 0) return id;
  const file = async (item: string, name: string, content: Buffer): Promise<string> => {
    const mimeType = name.endsWith('.png') ? 'image/png' : 'application/pdf';
    const answer = await api.post(`${dossier}/files`, {
      headers,
      multipart: { item, file: { name, mimeType, buffer: content } },
    });
    return ((await answer.json()) as { id: string }).id;
  };
  await file('application', '入党申请书（1998年手写稿扫描件）.pdf', redPdf(1_400_000));
  await file('cultivation', '考察登记表.pdf', redPdf(320_000));
  await file('admission-form', '入党志愿书封面.png', redPixel);
  const removed = await file('other', '重复的扫描件.pdf', redPdf());
  await api.delete(`/api/archives/dossier-files/${removed}`, { headers });
  await api.patch(dossier, {
    headers: { ...headers, 'if-match': '"0"' },
    data: { item: 'full-application', mark: 'complete', note: '原件存人事档案，未扫描' },
  });
  await beginUpload(page, id);
  return id;
}

async function beginUpload(page: Page, memberId: string): Promise<void> {
  const metadata = { memberId, item: 'political-review', filename: '政审材料.pdf', fingerprint: 'other' };
  const encoded = Object.entries(metadata).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const tus = { ...headers, 'tus-resumable': '1.0.0' };
  const begun = await page.request.post('/api/archives/uploads', {
    headers: { ...tus, 'upload-length': '3000000', 'upload-metadata': encoded.join(',') },
  });
  await page.request.patch(String(begun.headers()['location']), {
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    data: redPdf(1_000_000),
  });
}

/** The person at the other end of the list, whose dossier nobody has begun. */
async function openEmptyDossier(page: Page): Promise<void> {
  const roll = '/api/archives/members?stage=full&state=active&pageSize=1&sort=-name';
  const { items } = (await (await page.request.get(roll, { headers })).json()) as { items: { id: string }[] };
  await page.goto(`/archives/members/${items[0]?.id}/dossier`);
  await page.locator('.dossier-item').first().waitFor();
}

type Marked = { items: { item: string; state: string; due: boolean; version: number }[] };

/** Everything is in place, in part as originals that are kept elsewhere. */
async function openCompleteDossier(page: Page): Promise<void> {
  const roll = '/api/archives/members?stage=full&state=active&pageSize=1&page=2&sort=-name';
  const { items } = (await (await page.request.get(roll, { headers })).json()) as { items: { id: string }[] };
  const dossier = `/api/archives/members/${items[0]?.id}/dossier`;
  const held = (await (await page.request.get(dossier, { headers })).json()) as Marked;
  for (const { item, version } of held.items.filter(({ state, due }) => due && state === 'missing'))
    await page.request.patch(dossier, {
      headers: { ...headers, 'if-match': `"${version}"` },
      data: { item, mark: 'complete', note: '原件存人事档案' },
    });
  await page.goto(`/archives/members/${items[0]?.id}/dossier`);
  await page.locator('.dossier-item').first().waitFor();
}

/** A file that is half sent when it is paused; the line is cut before the service, which keeps nothing of it. */
async function pauseUpload(page: Page): Promise<void> {
  await openEmptyDossier(page);
  const chunk = 2 * 1024 * 1024;
  const begun = '/api/archives/uploads/019a0000-0000-7000-8000-000000000001';
  const tus = { 'tus-resumable': '1.0.0' };
  await page.route('**/api/archives/uploads', (route) =>
    route.fulfill({ status: 201, headers: { ...tus, location: begun } }),
  );
  await page.route(`**${begun}`, (route) => {
    const isFirst = route.request().headers()['upload-offset'] === '0';
    return isFirst
      ? route.fulfill({ status: 204, headers: { ...tus, 'upload-offset': String(chunk) } })
      : undefined;
  });
  await page.locator('input[data-item="cultivation"]').setInputFiles({
    name: '培养教育考察登记表（扫描）.pdf',
    mimeType: 'application/pdf',
    buffer: redPdf(2.5 * chunk),
  });
  await page.getByText(/^2\.0 MB (\/|of) /).waitFor();
  await page.getByRole('button', { name: /^(暂停|Pause) / }).click();
}

const extras = '/api/archives/dossier-extras';

/** What the group and a unit ask for beyond the national list. */
async function withExtras(page: Page): Promise<void> {
  const known = await page.request.get(extras, { headers });
  if (((await known.json()) as { items: unknown[] }).items.length === 0) {
    const { roots } = (await (await page.request.get('/api/identity/me', { headers })).json()) as {
      roots: string[];
    };
    const organizationId = roots[0];
    for (const data of [
      { organizationId, name: '入党宣誓影像', hint: '照片或视频截图，注明日期', stage: 'full', least: 1 },
      { organizationId, name: '廉洁承诺书', hint: null, stage: 'probationary', least: 1 },
    ])
      await page.request.post(extras, { data, headers });
  }
  await page.reload();
  await page.locator('.ant-table-row, .by-cards li').first().waitFor();
}

async function openDossier(page: Page): Promise<void> {
  await page.goto(`/archives/members/${await withDossier(page)}/dossier`);
  await page.locator('.dossier-item').first().waitFor();
}

const openThe = (name: RegExp) => async (page: Page) => {
  await openDossier(page);
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Pages of dossiers. */
export const dossierPages: ConsolePage[] = [
  { name: 'dossier', as: 'secretary', path: '/archives/members', prepare: openDossier },
  { name: 'dossier-empty', as: 'secretary', path: '/archives/members', prepare: openEmptyDossier },
  { name: 'dossier-complete', as: 'secretary', path: '/archives/members', prepare: openCompleteDossier },
  { name: 'dossier-upload', as: 'secretary', path: '/archives/members', prepare: pauseUpload },
  {
    name: 'dossier-own',
    as: 'member',
    path: '/archives/members',
    prepare: async (page) => {
      await page.getByRole('link', { name: /^(查看材料清单|Open the checklist)$/ }).click();
      await page.locator('.dossier-item').first().waitFor();
    },
  },
  {
    name: 'dossier-preview',
    as: 'secretary',
    path: '/archives/members',
    prepare: async (page) => {
      await openThe(/^(预览|Preview) 入党申请书/)(page);
      await page.locator('canvas[data-drawn]').waitFor();
    },
  },
  { name: 'dossier-mark', as: 'secretary', path: '/archives/members', prepare: openThe(/^(标记|Mark)/) },
  { name: 'dossier-branches', as: 'officer', path: '/archives/dossiers' },
  { name: 'dossier-people', as: 'officer', path: '/archives/dossiers/people?gaps=true' },
  { name: 'dossier-items', as: 'officer', path: '/archives/settings/dossier', prepare: withExtras },
  {
    name: 'dossier-item-new',
    as: 'officer',
    path: '/archives/settings/dossier',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /(增列材料|Add an item)$/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
];
