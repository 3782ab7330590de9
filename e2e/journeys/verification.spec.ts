import type { Page } from '@playwright/test';
import { acceptProposed, expect, expectAccessible, openFromMenu, test } from './console.ts';

const title = '2026 年第四季度信息核实';

test('a verification round is answered: a unit officer opens it, the secretary confirms people and corrects one, the officer sees the completion', async ({
  page,
  signIn,
}) => {
  await signIn('unit');
  await closeRounds(page);
  await openRound(page);
  await signIn('secretary');
  const people = await answerForBranch(page);
  await signIn('unit');
  await lookAtCompletion(page, people);
});

/** Of what others have left open: one round at a time asks the same people. */
async function closeRounds(page: Page): Promise<void> {
  const rounds = '/api/archives/verifications';
  const headers = { 'x-banyan-client': 'journeys' };
  const open = await page.request.get(`${rounds}?state=open`, { headers });
  const { items } = (await open.json()) as { items: { id: string; version: number }[] };
  for (const { id, version } of items) {
    const closing = { ...headers, 'if-match': `"${version}"` };
    expect((await page.request.post(`${rounds}/${id}/close`, { headers: closing })).status()).toBe(200);
  }
}

async function openRound(page: Page): Promise<void> {
  await page.goto('/');
  await openFromMenu(page, '定期核实');
  await page.getByRole('button', { name: '发起核实' }).first().click();
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('截止日期').fill('2026-12-31');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^发\s?起$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/^0 \/ [\d,]+ 人$/).first()).toBeVisible();
  await expectAccessible(page);
}

async function answerForBranch(page: Page): Promise<number> {
  await page.goto('/');
  await openFromMenu(page, '定期核实');
  await page.getByRole('link', { name: title }).click();
  const asked = page.locator('.archives-asked > li');
  await expect(asked.first()).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('radio', { name: '未答复' })).toBeChecked();
  const people = await asked.count();
  await correctOne(page);
  const unreachable = asked.filter({ has: page.getByText('赵建国', { exact: true }) });
  await unreachable.getByRole('button', { name: '说不清' }).click();
  const dialog = page.getByRole('dialog', { name: '赵建国：说不清' });
  await dialog.getByLabel('原因').fill('外出学习，联系不上本人');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(unreachable).toHaveCount(0);
  await page.getByRole('checkbox', { name: '选择本页未答复的人员' }).check();
  await page.getByRole('button', { name: `确认所选准确（${people - 2}）` }).click();
  await expect(page.getByText('本支部已全部核实')).toBeVisible();
  await expect(page.getByText(`准确 ${people - 2}，已更正 1，说不清 1`)).toBeVisible();
  await expect(asked).toHaveCount(people);
  await expect(unreachable.getByText(/联系不上本人/)).toBeVisible();
  return people;
}

/** What is not right is corrected where it was found, and counts as answered. */
async function correctOne(page: Page): Promise<void> {
  const person = page
    .locator('.archives-asked > li')
    .filter({ has: page.getByText('孙海燕', { exact: true }) });
  await person.getByRole('button', { name: '不准确，去更正' }).click();
  const form = page.getByRole('dialog', { name: '更正档案：孙海燕' });
  await form.getByLabel('工作岗位').fill('资料管理员');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(person).toHaveCount(0);
  await page.getByTitle('已更正', { exact: true }).click();
  await expect(person.getByText('资料管理员')).toBeVisible();
  await page.goBack();
  await expect(person).toHaveCount(0);
}

async function lookAtCompletion(page: Page, people: number): Promise<void> {
  await page.goto('/archives/verifications');
  await page.getByRole('link', { name: title }).click();
  const link = page.getByRole('link', { name: '采油一厂采油一队党支部', exact: true });
  const begun = page.getByRole('row').filter({ hasText: /[1-9][\d,]* \/ [\d,]+ 人/ });
  await expect(begun).toHaveCount(1);
  // Only one branch has answered: the way down to it is where anything has begun.
  while (!(await link.isVisible())) {
    const down = begun.getByRole('link');
    const name = await down.innerText();
    await down.click();
    await expect(page.getByRole('row').getByRole('link', { name, exact: true })).toHaveCount(0);
    await expect(begun).toHaveCount(1);
  }
  const row = page.getByRole('row').filter({ has: link });
  await expect(row).toContainText(`${people} / ${people} 人`);
  await expect(row).toContainText('已完成');
  await link.click();
  await expect(page.getByText('本支部已全部核实')).toBeVisible();
}

test('a member proposes a new phone number, and the secretary accepts it', async ({ page, signIn }) => {
  await signIn('member');
  await page.goto('/archives/members');
  await page.getByRole('button', { name: '申请更正' }).click();
  const form = page.getByRole('dialog', { name: '申请更正：赵建国' });
  await form.getByLabel('联系电话').fill('154 0000 7788');
  await form.getByLabel('申请说明').fill('更换了手机号码');
  await form.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('已提交，由所在支部审核')).toBeVisible();
  await expect(page.getByText('1 项更正申请待审核')).toBeVisible();

  await signIn('secretary');
  await acceptProposed(page, /赵建国.*联系电话/, '154****7788');

  await signIn('member');
  await page.goto('/archives/members');
  await expect(page.getByRole('heading', { level: 1, name: '赵建国' })).toBeVisible();
  await expect(page.getByText('154****7788').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '按更正申请' }).first()).toBeVisible();
});
