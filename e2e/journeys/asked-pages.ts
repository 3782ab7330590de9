import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';

const headers = { 'x-banyan-client': 'pictures' };
const requests = '/api/archives/change-requests';
const rounds = '/api/archives/verifications';
type Listed = { items: { id: string; accountId?: string }[]; total: number };

async function get<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(path, { headers })).json()) as Answer;
}

/** Three proposals of a secretary, the first of them in part overtaken by a correction. */
async function withRequests(page: Page): Promise<void> {
  if ((await get<Listed>(page, `${requests}?pageSize=1`)).total > 2) return;
  const { items } = await get<Listed>(page, '/api/archives/members?stage=full&sort=name&pageSize=4');
  const changes = [
    { phone: '154 0000 1122', post: '采油高级技师', workUnit: '采油一厂采油二队' },
    { school: '示范石油大学', major: '石油工程' },
    { address: '示范市示范区油城路 18 号' },
  ];
  for (const [index, proposed] of changes.entries()) {
    const memberId = items[index + 1]?.id;
    const data = { memberId, changes: proposed, reason: '本人来电说明' };
    await page.request.post(requests, { data, headers });
  }
  const id = items[1]?.id ?? '';
  const { version } = await get<{ version: number }>(page, `/api/archives/members/${id}`);
  await page.request.patch(`/api/archives/members/${id}`, {
    data: { post: '采油班长' },
    headers: { ...headers, 'if-match': `"${version}"` },
  });
}

/** A round of the unit, with some of its people answered for. */
async function withRound(page: Page): Promise<string> {
  const known = await get<Listed>(page, `${rounds}?state=open&pageSize=1`);
  if (known.items[0]) return known.items[0].id;
  const { roots } = await get<{ roots: string[] }>(page, '/api/identity/me');
  const data = {
    organizationId: roots[0],
    title: '2026 年度党员信息核实',
    note: '请各支部与本人逐项核对，重点核对联系电话和工作岗位。',
    dueOn: '2026-12-31',
  };
  const made = await page.request.post(rounds, { data, headers });
  const { id } = (await made.json()) as { id: string };
  return id;
}

/** Some people of the first branch on the way down are confirmed, so that there is something to see. */
async function answered(page: Page, id: string): Promise<void> {
  let at: { id: string; isBranch: boolean } | undefined;
  do {
    const below: string = at ? `?organizationId=${at.id}` : '';
    const { items } = await get<{ items: { id: string; isBranch: boolean }[] }>(
      page,
      `${rounds}/${id}/progress${below}`,
    );
    at = items[0];
  } while (at && !at.isBranch);
  if (!at) return;
  const { items } = await get<Listed>(page, `${rounds}/${id}/people?organizationId=${at.id}&answer=none`);
  const answers = items.slice(0, 5).map(({ id: memberId }) => ({ memberId, answer: 'confirmed' }));
  const data = { organizationId: at.id, answers };
  if (answers.length > 0) await page.request.post(`${rounds}/${id}/answers`, { data, headers });
}

async function atRound(page: Page): Promise<void> {
  const id = await withRound(page);
  await answered(page, id);
  await page.goto(`/archives/verifications/${id}`);
  await page
    .locator('.archives-asked > li, .archives-branches table, .archives-branches .by-cards')
    .first()
    .waitFor();
}

/** Pages on which branches are asked, and on which they answer. */
export const askedPages: ConsolePage[] = [
  {
    name: 'change-requests',
    as: 'secretary',
    path: '/archives/change-requests',
    prepare: async (page) => {
      await withRequests(page);
      await page.reload();
      await page.locator('.by-row, .by-cards li').first().waitFor();
    },
  },
  {
    name: 'change-request',
    as: 'secretary',
    path: '/archives/change-requests?state=open',
    prepare: async (page) => {
      await withRequests(page);
      await page.goto('/archives/change-requests?state=open&sort=proposedAt');
      await page.locator('.by-row, .by-cards li').first().getByRole('link').first().click();
      await page.locator('.archives-decide').waitFor();
    },
  },
  {
    name: 'change-request-decline',
    as: 'secretary',
    path: '/archives/change-requests',
    prepare: async (page) => {
      await withRequests(page);
      await page.goto('/archives/change-requests?state=open&sort=proposedAt');
      await page.locator('.by-row, .by-cards li').first().getByRole('link').first().click();
      await page
        .getByRole('radio', { name: /^(不采纳|Decline)$/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^(提交审核结果|Send the decision)$/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'change-requests-own', as: 'member', path: '/archives/change-requests' },
  {
    name: 'propose-change',
    as: 'member',
    path: '/archives/members',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(申请更正|Propose a correction)$/ }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'verifications',
    as: 'unit',
    path: '/archives/verifications',
    prepare: async (page) => {
      await withRound(page);
      await page.reload();
      await page.locator('.by-row, .by-cards li').first().waitFor();
    },
  },
  { name: 'verification-new', as: 'unit', path: '/archives/verifications/new' },
  { name: 'verification', as: 'unit', path: '/archives/verifications', prepare: atRound },
  { name: 'verification-branch', as: 'secretary', path: '/archives/verifications', prepare: atRound },
];
