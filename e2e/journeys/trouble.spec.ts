import { expect, openMember, test } from './console.ts';

test('two people correct one record: the second is shown what changed and chooses', async ({
  page,
  signIn,
  browser,
  baseURL,
  expectRefusals,
}) => {
  expectRefusals(/412 \(Precondition Failed\)/);
  await signIn('secretary');
  const record = await openMember(page, '赵雪');
  await record.getByRole('button', { name: '更正', exact: true }).click();
  const form = page.getByRole('dialog', { name: '更正档案：赵雪' });
  await form.getByLabel('工作岗位').fill('地质工程师');
  await form.getByLabel('籍贯').fill('甘肃玉门');

  const other = await browser.newContext({
    baseURL: String(baseURL),
    viewport: { width: 1440, height: 900 },
  });
  await signIn('officer', other);
  const theirs = await openMember(await other.newPage(), '赵雪');
  await theirs.getByRole('button', { name: '更正', exact: true }).click();
  const theirForm = theirs.page().getByRole('dialog', { name: '更正档案：赵雪' });
  await theirForm.getByLabel('工作岗位').fill('油藏技术员');
  await theirForm.getByRole('button', { name: '保存' }).click();
  await expect(theirForm).toBeHidden();
  await other.close();

  await form.getByRole('button', { name: '保存' }).click();
  const conflict = page.getByRole('dialog', { name: '记录已被他人修改' });
  await expect(conflict.getByRole('row', { name: /工作岗位/ })).toContainText('油藏技术员');
  await conflict.getByRole('radio', { name: /我填写的 地质工程师/ }).check();
  await conflict.getByRole('button', { name: '按所选保存' }).click();
  await expect(form).toBeHidden();
  await expect(record.getByText('地质工程师').first()).toBeVisible();
  await expect(record.getByRole('listitem').first()).toContainText('甘肃玉门');
});

test('the network goes away while a record is saved: what was typed stays, and saving again works', async ({
  page,
  signIn,
  context,
  expectRefusals,
}) => {
  expectRefusals(/ERR_INTERNET_DISCONNECTED/);
  await signIn('secretary');
  const record = await openMember(page, '张立');
  await record.getByRole('button', { name: '更正', exact: true }).click();
  const form = page.getByRole('dialog', { name: '更正档案：张立' });
  const post = `采油工 ${Date.now() % 1000}`;
  await form.getByLabel('工作岗位').fill(post);
  await context.setOffline(true);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form.getByRole('alert')).toContainText('网络连接中断');
  await expect(form.getByLabel('工作岗位')).toHaveValue(post);
  await context.setOffline(false);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form).toBeHidden();
  await expect(record.getByText(post).first()).toBeVisible();
});

test('leaving a half-typed correction asks first, and staying keeps every word', async ({ page, signIn }) => {
  await signIn('secretary');
  const record = await openMember(page, '王晓燕');
  await record.getByRole('button', { name: '更正', exact: true }).click();
  const form = page.getByRole('dialog', { name: '更正档案：王晓燕' });
  await form.getByLabel('工作单位', { exact: true }).fill('采油一厂资料室');
  await form.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(form.getByLabel('工作单位', { exact: true })).toHaveValue('采油一厂资料室');
  await form.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃修改' }).click();
  await expect(form).toBeHidden();
});

test('an ID number that is on another record is refused at its field, with the way on', async ({
  page,
  signIn,
  context,
  expectRefusals,
}) => {
  expectRefusals(/409 \(Conflict\)/);
  await signIn('officer');
  const list = await context.request.get('/api/archives/members?q=陈海&pageSize=1');
  const [taken] = ((await list.json()) as { items: { id: string }[] }).items;
  const unmasked = await context.request.post(`/api/archives/members/${taken?.id}/unmask`, {
    data: { fields: ['idNumber'], reason: '核对重复' },
    headers: { 'x-banyan-client': 'journeys' },
  });
  const { idNumber } = (await unmasked.json()) as { idNumber: string };
  await page.goto('/archives/members/new');
  await page.getByLabel('姓名', { exact: true }).fill('陈重复');
  await page.getByLabel('证件号码').fill(idNumber);
  await page.getByLabel('所在支部').fill('采油一厂采油一队');
  await page.getByTitle('采油一厂采油一队党支部', { exact: true }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已在另一份在册档案中。请核对，或在列表中按号码查找')).toBeVisible();
  await expect(page.getByLabel('证件号码')).toHaveValue(idNumber);
});

test('a remote that is down costs its pages and nothing else, and comes back with one click', async ({
  page,
  signIn,
  expectRefusals,
}) => {
  expectRefusals(/ERR_FAILED|remotes\/archives/);
  await signIn('officer');
  await page.route('**/remotes/archives/**', (route) => route.abort());
  await page.goto('/archives/members');
  await expect(page.getByText('这部分暂时打不开')).toBeVisible();
  await page.getByRole('link', { name: '组织机构' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '组织机构' })).toBeVisible();
  await page.goBack();
  await page.unroute('**/remotes/archives/**');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '党员档案' })).toBeVisible();
});

test('a service that is down says so in place of its list, and the list comes with one click', async ({
  page,
  signIn,
  expectRefusals,
}) => {
  expectRefusals(/503 \(Service Unavailable\)/);
  await signIn('officer');
  const down = {
    status: 503,
    contentType: 'application/problem+json',
    body: '{"code":"service.unavailable"}',
  };
  await page.route('**/api/archives/members?*', (route) => route.fulfill(down));
  await page.goto('/archives/members');
  await expect(page.getByRole('alert')).toContainText('服务暂时不可用');
  await page.unroute('**/api/archives/members?*');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('row')).toHaveCount(21);
});

test('an expired session asks for the password over the page, and the work goes on', async ({
  page,
  signIn,
  context,
  expectRefusals,
}) => {
  expectRefusals(/401 \(Unauthorized\)/);
  await signIn('secretary');
  const record = await openMember(page, '林志强');
  await context.clearCookies();
  await record.getByRole('button', { name: '更正', exact: true }).click();
  const form = page.getByRole('dialog', { name: '更正档案：林志强' });
  await form.getByLabel('工作单位', { exact: true }).fill('采油一厂采油一队');
  await form.getByRole('button', { name: '保存' }).click();
  const again = page.getByRole('dialog', { name: '登录已过期' });
  await again.getByLabel('密码', { exact: true }).fill('Banyan-demo-2026');
  await again.getByRole('button', { name: '继续' }).click();
  await expect(form).toBeHidden();
  await expect(record.getByRole('listitem').first()).toContainText('工作单位');
});
