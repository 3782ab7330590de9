import { expect, openFromMenu, openMember, recordBeside, searchFor, test } from './console.ts';

test('the system administrator reads tree and accounts, and knows of no members', async ({
  page,
  signIn,
  expectRefusals,
}) => {
  expectRefusals(/403 \(Forbidden\)/);
  await signIn('system');
  await page.goto('/');
  await openFromMenu(page, '组织机构');
  await page.getByRole('search').getByRole('textbox').fill('采油一队党支部');
  await page.getByText('采油一厂采油一队党支部', { exact: true }).click();
  const record = recordBeside(page);
  await expect(record.getByRole('heading', { name: '采油一队', exact: true })).toBeVisible();
  await expect(record.getByText('采油一厂', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '主菜单' }).getByText('党员档案')).toHaveCount(0);
  await page.goto('/archives/members');
  await expect(page.getByRole('alert')).toContainText('没有此项权限');
});

test('the system administrator disables an account and enables it again', async ({ page, signIn }) => {
  await signIn('system');
  await page.goto('/identity/accounts');
  await searchFor(page, '马晓丽');
  await page.getByRole('row', { name: /马晓丽.*采油一队/ }).click();
  const record = recordBeside(page);
  await record.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(record.getByText('已停用')).toBeVisible();
  await record.getByRole('button', { name: '启用' }).click();
  await expect(page.getByText('已启用 马晓丽')).toBeVisible();
  await expect(record.getByText('正常', { exact: true })).toBeVisible();
});

test('an account that ten wrong passwords locked is unlocked by the system administrator', async ({
  page,
  signIn,
  playwright,
  baseURL,
  expectRefusals,
}) => {
  expectRefusals(/401 \(Unauthorized\)/);
  const stranger = await playwright.request.newContext({ baseURL: String(baseURL) });
  for (let failure = 0; failure < 10; failure += 1)
    await stranger.post('/api/identity/sessions', {
      data: { username: 'handler', password: `guess ${failure}` },
      headers: { 'x-banyan-client': 'journeys' },
    });
  await stranger.dispose();
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill('handler');
  await page.getByLabel('密码', { exact: true }).fill('Banyan-demo-2026');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('锁定');

  await signIn('system');
  await page.goto('/identity/accounts');
  await searchFor(page, 'handler');
  await page.getByRole('row', { name: /handler/ }).click();
  const record = recordBeside(page);
  await expect(record.getByText('1 处来源因多次失败暂停登录')).toBeVisible();
  await record.getByRole('button', { name: '解锁' }).click();
  await expect(page.getByText('已解锁 曹永军')).toBeVisible();
  await page.context().clearCookies();
  await signIn('handler');
});

test('somebody gets a password link from the system administrator, sets a password and signs in', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  await signIn('system');
  await page.goto('/identity/accounts');
  await searchFor(page, '阿依古丽');
  const row = page.getByRole('row', { name: /采油一厂采油一队党支部/ });
  const username = await row.getByRole('cell').nth(1).innerText();
  await row.click();
  await recordBeside(page).getByRole('button', { name: '发放密码链接' }).click();
  const link = await page.getByLabel('设置密码的链接').inputValue();

  const visitor = await browser.newContext({ baseURL: String(baseURL), locale: 'zh-CN' });
  const theirs = await visitor.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('密码', { exact: true }).fill('Jinggang-2026-Hupo');
  await theirs.getByLabel('再输入一次密码').fill('Jinggang-2026-Hupo');
  await theirs.getByRole('button', { name: '设置密码' }).click();
  await theirs.getByRole('link', { name: '去登录' }).click();
  await theirs.getByLabel('账号', { exact: true }).fill(username);
  await theirs.getByLabel('密码', { exact: true }).fill('Jinggang-2026-Hupo');
  await theirs.getByRole('button', { name: '登录', exact: true }).click();
  await expect(theirs.getByRole('navigation', { name: '主菜单' })).toBeVisible();
  await visitor.close();
});

test('the security administrator ends a session, and its holder is asked to sign in again', async ({
  page,
  signIn,
  browser,
  baseURL,
  expectRefusals,
}) => {
  expectRefusals(/401 \(Unauthorized\)/);
  const theirs = await browser.newContext({ baseURL: String(baseURL) });
  await signIn('dispatcher', theirs);
  await signIn('security');
  await page.goto('/identity/accounts');
  await searchFor(page, 'dispatcher');
  await page.getByRole('row', { name: /dispatcher/ }).click();
  const record = recordBeside(page);
  const ends = record.getByRole('button', { name: /^结束来自/ });
  await expect(ends.first()).toBeVisible();
  for (let left = await ends.count(); left > 0; left -= 1) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }
  await expect.poll(async () => (await theirs.request.get('/api/identity/me')).status()).toBe(401);
  await theirs.close();
});

test('the security administrator reads what a role holds, in words', async ({ page, signIn }) => {
  await signIn('security');
  await page.goto('/');
  await openFromMenu(page, '角色');
  await page.getByRole('link', { name: '组织干事' }).click();
  await expect(recordBeside(page).getByText('更正档案')).toBeVisible();
});

test('the auditor finds who looked at an ID number, when and why, and cannot see the record', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  const reason = `核对花名册 ${Date.now()}`;
  const officer = await browser.newContext({
    baseURL: String(baseURL),
    viewport: { width: 1440, height: 900 },
  });
  await signIn('officer', officer);
  const record = await openMember(await officer.newPage(), '孙海燕');
  await record.getByRole('button', { name: '查看联系电话（留痕）' }).click();
  await record.page().getByLabel('查看事由').fill(reason);
  await record.page().getByRole('button', { name: '查看', exact: true }).click();
  await expect(record.getByRole('button', { name: '隐藏' })).toBeVisible();
  await officer.close();

  await signIn('auditor');
  const trail = '/identity/audit?action=archives.member.unmask&period=today';
  await page.goto('/');
  await openFromMenu(page, '审计');
  await expect(async () => {
    await page.goto(trail);
    await expect(page.getByText(reason)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  const row = page.getByRole('row').filter({ hasText: reason });
  await expect(row).toContainText('周文静');
  await expect(row).toContainText('查看敏感信息');
  await expect(row).toContainText('联系电话');
  await row.getByRole('button', { name: '孙海燕' }).click();
  await expect(page).toHaveURL(/subjectId=/);
  await expect(page.getByRole('navigation', { name: '主菜单' }).getByText('党员档案')).toHaveCount(0);
});
