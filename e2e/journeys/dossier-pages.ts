import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';
import { redPdf } from './papers.ts';

const headers = { 'x-banyan-client': 'pictures' };

/** Where the demonstration has dossiers with files and marks. */
const branchName = '采油一厂维修一队党支部';

async function get<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(path, { headers })).json()) as Answer;
}

/** Somebody with a dossier in every state: files, one removed, and one not yet whole. */
async function withDossier(page: Page): Promise<string> {
  type Places = { items: { id: string; name: string }[] };
  const { items: places } = await get<Places>(page, '/api/identity/organizations');
  const branch = places.find(({ name }) => name === branchName)?.id;
  type People = { items: { id: string; met: number }[] };
  const { items } = await get<People>(page, `/api/archives/dossiers?organizationId=${branch}&pageSize=100`);
  const id = String(items.toSorted((one, other) => other.met - one.met)[0]?.id);
  const { uploads } = await get<{ uploads: object[] }>(page, `/api/archives/members/${id}/dossier`);
  if (uploads.length === 0) await beginUpload(page, id);
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
  { name: 'dossier', as: 'unit', path: '/archives/members', prepare: openDossier },
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
    as: 'unit',
    path: '/archives/members',
    prepare: async (page) => {
      await openThe(/^(预览|Preview) 入党申请书/)(page);
      await page.locator('canvas[data-drawn]').waitFor();
    },
  },
  { name: 'dossier-mark', as: 'unit', path: '/archives/members', prepare: openThe(/^(标记|Mark)/) },
  { name: 'dossier-branches', as: 'officer', path: '/archives/dossiers' },
  { name: 'dossier-people', as: 'officer', path: '/archives/dossiers/people?gaps=true' },
  { name: 'dossier-items', as: 'officer', path: '/archives/settings/dossier' },
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
