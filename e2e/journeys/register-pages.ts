import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';

const registers = '/archives/registers';
const headers = { 'x-banyan-client': 'pictures' };

async function openFirst(page: Page): Promise<void> {
  await page.locator('.by-row, .by-cards li').first().getByRole('link').first().click();
  await page.locator('.by-facts').first().waitFor();
}

async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').getByRole('button').first().waitFor();
}

const openAndPress = (name: RegExp) => async (page: Page) => {
  await openFirst(page);
  await press(page, name);
};

/** Somebody of another enterprise who takes part in the secretary's branch, spoken to once. */
async function withGuest(page: Page): Promise<void> {
  const floating = '/api/archives/registers/floating';
  const known = await page.request.get(`${floating}?direction=in&pageSize=1`, { headers });
  if (((await known.json()) as { total: number }).total === 0) {
    const roll = await page.request.get('/api/archives/members?pageSize=1', { headers });
    const { items } = (await roll.json()) as { items: { organizationId: string }[] };
    const data = {
      name: '努尔兰·托合塔尔',
      sex: 'male',
      phone: '154 0000 7788',
      organizationId: items[0]?.organizationId,
      province: '甘肃省',
      city: '酒泉市',
      partyOrganization: '某钻探工程公司第五项目部党支部',
      since: '2026-03-01',
      expectedReturnOn: '2027-02-28',
      reason: '项目施工',
      contactName: '赵海峰',
      contactPhone: '154 0000 6677',
    };
    const made = await page.request.post('/api/archives/registers/inflows', { data, headers });
    const { id } = (await made.json()) as { id: string };
    const contact = { on: '2026-11-20', way: 'meeting', note: '参加十一月主题党日' };
    await page.request.post(`${floating}/${id}/contacts`, { data: contact, headers });
  }
  await page.reload();
  await openFirst(page);
}

/** Pages of the registers, and what is asked for on them. */
export const registerPages: ConsolePage[] = [
  { name: 'registers', as: 'officer', path: registers },
  {
    name: 'registers-resolve',
    as: 'officer',
    path: `${registers}?action=suspend`,
    prepare: (page) => press(page, /^(停止党籍|Suspend)$/),
  },
  { name: 'registers-nothing-due', as: 'secretary', path: `${registers}?action=log-contact` },
  { name: 'outflow', as: 'officer', path: `${registers}/outflow`, prepare: openFirst },
  {
    name: 'outflow-contact',
    as: 'officer',
    path: `${registers}/outflow`,
    prepare: openAndPress(/^(登记联系|Log contact)$/),
  },
  {
    name: 'outflow-close',
    as: 'officer',
    path: `${registers}/outflow`,
    prepare: openAndPress(/^(结束登记|Close entry)$/),
  },
  { name: 'outflow-new', as: 'officer', path: `${registers}/outflow?register=new` },
  { name: 'inflow', as: 'secretary', path: `${registers}/inflow`, prepare: withGuest },
  { name: 'inflow-none', as: 'officer', path: `${registers}/inflow?q=没有这个人` },
  { name: 'inflow-new', as: 'secretary', path: `${registers}/inflow?register=new` },
  { name: 'out-of-contact', as: 'officer', path: `${registers}/out-of-contact`, prepare: openFirst },
  {
    name: 'out-of-contact-search',
    as: 'officer',
    path: `${registers}/out-of-contact`,
    prepare: openAndPress(/^(登记查找|Log search)$/),
  },
  { name: 'reductions', as: 'officer', path: `${registers}/reductions` },
  {
    name: 'reductions-beside',
    as: 'officer',
    path: `${registers}/reductions?leftKind=lapsed`,
    prepare: openFirst,
  },
  {
    name: 'reductions-reinstate',
    as: 'officer',
    path: `${registers}/reductions?kind=transferred-out`,
    prepare: (page) => press(page, /^(恢复|Reinstate)$/),
  },
];
