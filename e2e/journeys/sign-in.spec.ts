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

test('somebody who failed too often sees how long to wait, and comes in when it is over', async ({
  page,
  expectRefusals,
}) => {
  expectRefusals(/401 \(Unauthorized\)/);
  await page.goto('/sign-in');
  await page.route('**/api/identity/sessions', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      headers: { 'retry-after': '3' },
      body: '{"code":"session.sign-in-delayed","status":401}',
    }),
  );
  await page.getByLabel('账号', { exact: true }).fill('officer');
  await page.getByLabel('密码', { exact: true }).fill('Banyan-demo-2026');
  const submit = page.getByRole('button', { name: '登录', exact: true });
  await submit.click();
  await expect(page.getByRole('alert')).toContainText('请等 3 秒后再试');
  await expect(page.getByRole('timer')).toContainText(/还需等待 0:0[1-3]/);
  await expect(submit).toBeDisabled();
  await page.unroute('**/api/identity/sessions');
  await expect(submit).toBeEnabled();
  await expect(page.getByRole('alert')).toBeHidden();
  await submit.click();
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
});

test('an address that names another host leads nowhere else, when signing in and afterwards', async ({
  page,
  baseURL,
}) => {
  await page.goto('/sign-in?next=/%09/elsewhere.example/x');
  await page.getByLabel('账号', { exact: true }).fill('officer');
  await page.getByLabel('密码', { exact: true }).fill('Banyan-demo-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
  await expect(page).toHaveURL('/');
  expect((await page.request.get(`${baseURL}//elsewhere.example/x`)).status()).toBe(400);
});
