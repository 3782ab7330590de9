import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';

const headers = { 'x-banyan-client': 'pictures' };
type List = { items: { id: string; groupId: string | null }[] };

async function get(page: Page, path: string): Promise<List> {
  return (await (await page.request.get(path, { headers })).json()) as List;
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('.by-row, .by-cards li').first().getByRole('link').first().click();
  await page.locator('.by-facts').first().waitFor();
}

/** The page of the first transfer of this state and direction. */
async function openTransfer(page: Page, query: string): Promise<void> {
  const { items } = await get(page, `/api/archives/transfers?${query}&pageSize=1`);
  await page.goto(`/archives/transfers/${items[0]?.id}`);
  await page.locator('.by-timeline li').first().waitFor();
}

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

/** Pages of transfers. */
export const movingPages: ConsolePage[] = [
  { name: 'transfers', as: 'officer', path: '/archives/transfers' },
  {
    name: 'transfer-beside',
    as: 'officer',
    path: '/archives/transfers?state=issued&direction=within',
    prepare: openFirst,
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
      const { items } = await get(page, '/api/archives/transfers?state=issued&pageSize=50');
      const one = items.find(({ groupId }) => groupId);
      await page.goto(`/archives/transfers/groups/${one?.groupId}`);
      await page.locator('.archives-results, .by-cards').waitFor();
    },
  },
  { name: 'transfer-new', as: 'officer', path: '/archives/transfers/new' },
  { name: 'transfer-new-branch', as: 'officer', path: '/archives/transfers/new?kind=branch' },
  { name: 'transfer-new-out', as: 'officer', path: '/archives/transfers/new?kind=out' },
  { name: 'transfer-arrive', as: 'secretary', path: '/archives/transfers/new?kind=in' },
  { name: 'transfers-own', as: 'member', path: '/archives/transfers' },
];
