import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';

const headers = { 'x-banyan-client': 'pictures' };
type List = { items: { id: string }[]; total: number };

async function get(page: Page, path: string): Promise<List> {
  return (await (await page.request.get(path, { headers })).json()) as List;
}

/** Transfers at every step, where there are none yet: one applied for, one with its letter, and a group. */
async function withTransfers(page: Page): Promise<void> {
  if ((await get(page, '/api/archives/transfers?state=issued&pageSize=1')).total > 0) return;
  const { items } = await get(page, '/api/archives/members?state=active&stage=full&pageSize=8');
  const destinations = `/api/archives/transfers/destinations?q=${encodeURIComponent('采油二队')}`;
  const toOrganizationId = (await get(page, destinations)).items[0]?.id;
  const send = async (path: string, data: object): Promise<string> => {
    const answer = await page.request.post(`/api/archives/transfers${path}`, { data, headers });
    return ((await answer.json()) as { id: string }).id;
  };
  const terms = { toOrganizationId, reason: '工作调动', duesPaidThrough: '2026-10' };
  await send('', { ...terms, memberId: items[0]?.id });
  const issued = await send('', { ...terms, memberId: items[1]?.id, validDays: 5 });
  await send(`/${issued}/approve`, { note: '同意转出' });
  const outside = {
    reason: '随迁',
    memberId: items[2]?.id,
    toOutside: { name: '某市某街道党工委', address: null },
  };
  await send(`/${await send('', outside)}/approve`, {});
  await send('/groups', { ...terms, reason: '支部合并', memberIds: items.slice(3, 7).map(({ id }) => id) });
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('.by-row, .by-cards li').first().getByRole('link').first().click();
  await page.locator('.by-facts').first().waitFor();
}

/** The page of the first transfer of this state and direction. */
async function openTransfer(page: Page, query: string): Promise<void> {
  await withTransfers(page);
  const { items } = await get(page, `/api/archives/transfers?${query}&pageSize=1`);
  await page.goto(`/archives/transfers/${items[0]?.id}`);
  await page.locator('.by-timeline li').first().waitFor();
}

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

async function reloaded(page: Page): Promise<void> {
  await withTransfers(page);
  await page.reload();
  await page.locator('.by-row, .by-cards li').first().waitFor();
}

/** Pages of transfers. */
export const movingPages: ConsolePage[] = [
  { name: 'transfers', as: 'officer', path: '/archives/transfers', prepare: reloaded },
  {
    name: 'transfer-beside',
    as: 'officer',
    path: '/archives/transfers?state=issued&direction=within',
    prepare: async (page) => {
      await reloaded(page);
      await openFirst(page);
    },
  },
  {
    name: 'transfer-page',
    as: 'officer',
    path: '/archives/transfers',
    prepare: (page) => openTransfer(page, 'state=issued&direction=within'),
  },
  {
    name: 'transfer-outside',
    as: 'officer',
    path: '/archives/transfers',
    prepare: (page) => openTransfer(page, 'state=issued&direction=out'),
  },
  {
    name: 'transfer-receive',
    as: 'officer',
    path: '/archives/transfers',
    prepare: async (page) => {
      await openTransfer(page, 'state=issued&direction=within');
      await press(page, /^(接收|Receive)$/);
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'transfer-letter',
    as: 'officer',
    path: '/archives/transfers',
    prepare: async (page) => {
      await openTransfer(page, 'state=issued&direction=within');
      await press(page, /^(打印介绍信|Print letter)$/);
      await page.getByRole('dialog').getByRole('checkbox').click();
    },
  },
  {
    name: 'transfer-group',
    as: 'officer',
    path: '/archives/transfers',
    prepare: async (page) => {
      await withTransfers(page);
      const { items } = await get(page, '/api/archives/transfers?state=applied&pageSize=20');
      const groupId = (items as unknown as { groupId: string | null }[]).find(
        (item) => item.groupId,
      )?.groupId;
      await page.goto(`/archives/transfers/groups/${groupId}`);
      await page.locator('.archives-results, .by-cards').waitFor();
    },
  },
  { name: 'transfer-new', as: 'officer', path: '/archives/transfers/new' },
  { name: 'transfer-new-branch', as: 'officer', path: '/archives/transfers/new?kind=branch' },
  { name: 'transfer-new-out', as: 'officer', path: '/archives/transfers/new?kind=out' },
  { name: 'transfer-arrive', as: 'secretary', path: '/archives/transfers/new?kind=in' },
  { name: 'transfers-own', as: 'member', path: '/archives/transfers' },
];
