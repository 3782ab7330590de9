import { expect, expectAccessible, test } from './console.ts';

test('somebody who mistypes the password is told so, keeps the account name, and comes in with the right one', async ({
  page,
  expectRefusals,
}) => {
  expectRefusals(/401 \(Unauthorized\)/);
  await page.goto('/archives/members');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('账号', { exact: true }).fill('officer');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('账号或密码不对');
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('officer');
  await expectAccessible(page);
  await page.getByLabel('密码', { exact: true }).fill('Banyan-demo-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '党员档案' })).toBeVisible();
});

test('a visitor reads the sign-in page in English and picks a demonstration account', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Group officer' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible();
});
