import { demoPassword } from '@banyan/demo/accounts';
import type { Browser, Page } from '@playwright/test';
import { expect, openFromMenu, recordBeside, searchFor, test } from './console.ts';

const from = '采油一厂采油一队党支部';
const to = '采油一厂采油二队党支部';
const password = 'Yanan-2026-Baota';
/** People of the branch whom other journeys are about. */
const elsewhere = ['李文博', '马晓丽', '陈海', '林志强'];

interface Member {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly partyPost: string | null;
  readonly accountId: string | null;
}
interface List<Item> {
  readonly items: Item[];
  readonly total: number;
}

async function read<Body>(page: Page, path: string): Promise<Body> {
  const answer = await page.request.get(path, { headers: { 'x-banyan-client': 'journeys' } });
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as Body;
}

async function branchOf(page: Page, name: string): Promise<string> {
  const { items } = await read<List<{ id: string; name: string }>>(page, '/api/identity/organizations');
  return (items.find((node) => node.name === name) as { id: string }).id;
}

/** Everybody who is active in a branch, with the office. */
async function peopleOf(page: Page, branch: string): Promise<Member[]> {
  const query = `organizationId=${branch}&state=active&stage=full&pageSize=100`;
  const { items } = await read<List<Member>>(page, `/api/archives/members?${query}`);
  return Promise.all(items.map(({ id }) => read<Member>(page, `/api/archives/members/${id}`)));
}

/** Somebody signed in in a browser of their own. */
async function visitor(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    baseURL: String(baseURL),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

async function signInAs(page: Page, username: string, secret = demoPassword): Promise<void> {
  const answer = await page.request.post('/api/identity/sessions', {
    data: { username, password: secret },
    headers: { 'x-banyan-client': 'journeys' },
  });
  expect(answer.status()).toBe(201);
}

/** The secretary of a branch gets a password by link, as anybody does, and is signed in. */
async function secretaryOf(system: Page, theirs: Page, accountId: string): Promise<void> {
  await signInAs(system, 'system');
  await system.goto(`/identity/accounts?open=${accountId}`);
  await recordBeside(system).getByRole('button', { name: '发放密码链接' }).click();
  const link = await system.getByLabel('设置密码的链接').inputValue();
  const { username } = await read<{ username: string }>(system, `/api/identity/accounts/${accountId}`);
  await theirs.goto(link);
  await theirs.getByLabel('密码', { exact: true }).fill(password);
  await theirs.getByLabel('再输入一次密码').fill(password);
  await theirs.getByRole('button', { name: '设置密码' }).click();
  await expect(theirs.getByRole('link', { name: '去登录' })).toBeVisible();
  await signInAs(theirs, username, password);
}

/** Opens the one transfer of a person beside the list. */
async function openTransfer(page: Page, name: string): Promise<ReturnType<typeof recordBeside>> {
  await page.goto('/');
  await openFromMenu(page, '组织关系转接');
  await searchFor(page, name);
  await page.getByRole('row', { name }).first().getByRole('link', { name, exact: true }).click();
  const record = recordBeside(page);
  await expect(record.getByRole('heading', { name, exact: true })).toBeVisible();
  return record;
}

async function confirm(page: Page, act: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `确定${act}` })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a member moves from one branch to another across two secretaries and an approving unit', async ({
  page: secretary,
  browser,
  baseURL,
}) => {
  const unit = await visitor(browser, baseURL);
  await signInAs(unit, 'unit');
  const [start, end] = [await branchOf(unit, from), await branchOf(unit, to)];
  const people = await peopleOf(unit, start);
  const mover = people.find(({ name, partyPost }) => !partyPost && !elsewhere.includes(name)) as Member;
  const head = (await peopleOf(unit, end)).find(({ partyPost }) => partyPost === '书记') as Member;
  const receiver = await visitor(browser, baseURL);
  await secretaryOf(await visitor(browser, baseURL), receiver, String(head.accountId));

  // The sending secretary applies from the person's record.
  await signInAs(secretary, 'secretary');
  await secretary.goto(`/archives/members/${mover.id}`);
  await expect(secretary.getByRole('heading', { level: 1, name: mover.name })).toBeVisible();
  const more = secretary.getByRole('button', { name: '更多操作' });
  if (await more.isVisible()) await more.click();
  await secretary
    .getByRole('button', { name: '转出', exact: true })
    .or(secretary.getByRole('menuitem', { name: '转出', exact: true }))
    .click();
  await expect(
    secretary.getByText(`${mover.name} · ${from}`).filter({ visible: true }).first(),
  ).toBeVisible();
  await secretary.getByLabel('转入支部').fill('采油一厂采油二队');
  await secretary
    .locator('.ant-select-dropdown:visible')
    .getByTitle(new RegExp(`${to}$`))
    .click();
  await secretary.getByLabel('转接原因').fill('工作调动');
  await secretary.getByLabel('党费缴至').fill('2026-10');
  await secretary.getByRole('button', { name: '提交申请' }).click();
  await expect(secretary.getByText(`已提交 ${mover.name} 的转接申请`)).toBeVisible();
  await expect(secretary.getByText(/等待转出方上级审批/)).toBeVisible();
  await expect(secretary.getByRole('button', { name: '批准' })).toHaveCount(0);

  // The receiving secretary sees it coming, and cannot receive before the letter.
  const early = await openTransfer(receiver, mover.name);
  await expect(early.getByRole('button', { name: '接收' })).toHaveCount(0);
  expect((await receiver.request.get(`/api/archives/members/${mover.id}`)).status()).toBe(404);

  // The unit approves with a shorter letter and prints it.
  const approving = await openTransfer(unit, mover.name);
  await approving.getByRole('button', { name: '批准' }).click();
  await unit.getByRole('dialog').getByLabel('有效期（天）').fill('10');
  await unit.getByRole('dialog').getByLabel('说明（可不填）').fill('同意转出');
  await confirm(unit, '批准');
  await expect(approving.getByText('介绍信有效').first()).toBeVisible();
  await expect(approving.getByText('剩 10 天')).toBeVisible();
  await approving.getByRole('button', { name: '打印介绍信' }).click();
  const download = unit.waitForEvent('download');
  await unit.getByRole('dialog').getByRole('button', { name: '下载 PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(new RegExp(`${mover.name}\\.pdf$`));
  await unit.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();

  // Received: from now on the person is on the other roll, and on no other.
  const waiting = await openTransfer(receiver, mover.name);
  await waiting.getByRole('button', { name: '接收', exact: true }).click();
  await expect(receiver.getByRole('dialog')).toContainText(`${mover.name}立即编入${to}`);
  await confirm(receiver, '接收');
  await expect(waiting.getByText('已接收，待回执').first()).toBeVisible();
  await receiver.goto('/archives/members');
  await searchFor(receiver, mover.name);
  await expect(receiver.getByRole('row', { name: mover.name }).first()).toContainText(to);

  // The sending side files the receipt, and no longer has the record.
  const receipt = await openTransfer(secretary, mover.name);
  await receipt.getByRole('button', { name: '登记回执' }).click();
  await confirm(secretary, '登记回执');
  await expect(receipt.getByText('已办结').first()).toBeVisible();
  expect((await secretary.request.get(`/api/archives/members/${mover.id}`)).status()).toBe(404);

  // And back, so that the group is as it was: for whoever walks here after this.
  await sendBack({ unit, receiver, secretary }, mover, start);
});

type Cast = { unit: Page; receiver: Page; secretary: Page };

async function sendBack({ unit, receiver, secretary }: Cast, mover: Member, start: string): Promise<void> {
  const send = async (page: Page, path: string, data: object): Promise<{ id: string }> => {
    const answer = await page.request.post(`/api/archives/transfers${path}`, {
      data,
      headers: { 'x-banyan-client': 'journeys' },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string };
  };
  const { id } = await send(receiver, '', {
    memberId: mover.id,
    toOrganizationId: start,
    reason: '工作需要',
  });
  await send(unit, `/${id}/approve`, {});
  await send(secretary, `/${id}/receive`, {});
  await Promise.all([unit, receiver].map((page) => page.context().close()));
}
