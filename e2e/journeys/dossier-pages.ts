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
  { name: 'dossier-items', as: 'officer', path: '/archives/settings/dossier' },
];
