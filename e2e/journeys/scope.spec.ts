import { expect, openFromMenu, openMember, recordBeside, test } from './console.ts';

test('a unit officer sees the people of the unit, and a record of another unit does not exist', async ({
  page,
  signIn,
  expectRefusals,
  browser,
  baseURL,
}) => {
  const officer = await browser.newContext({ baseURL: String(baseURL) });
  await signIn('officer', officer);
  const elsewhere = await officer.request.get('/api/archives/members?q=韩敏');
  const [stranger] = ((await elsewhere.json()) as { items: { id: string }[] }).items;
  await officer.close();

  expectRefusals(/404 \(Not Found\)/);
  await signIn('unit');
  await page.goto('/');
  await openFromMenu(page, '党员档案');
  await expect(page.getByText(/采油一厂党委及以下 · [\d,]+ 人/)).toBeVisible();
  await page.goto(`/archives/members/${stranger?.id}`);
  await expect(page.getByRole('alert')).toContainText('记录不存在，或不在可见范围内');
});

test('a secretary takes an applicant one step further, and no step but the next is offered', async ({
  page,
  signIn,
}) => {
  await signIn('secretary');
  await page.goto('/archives/members?stage=activist');
  await expect(page.getByText(/采油一厂采油一队党支部/).first()).toBeVisible();
  await page.getByRole('row').filter({ hasText: '入党积极分子' }).first().click();
  const record = recordBeside(page);
  await record.getByRole('button', { name: '转为发展对象' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('此步骤不可回退')).toBeVisible();
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('已转为发展对象')).toBeVisible();
  await expect(record.getByRole('button', { name: '转为预备党员' })).toBeVisible();
  await expect(record.getByRole('listitem').first()).toContainText('转为发展对象');
  await expect(record.getByRole('listitem').first()).toContainText('林志强');
});

test('a secretary marks a member as out of contact and brings the member back', async ({ page, signIn }) => {
  await signIn('secretary');
  const record = await openMember(page, '陈海');
  for (const [state, field] of [
    ['失联', '最后联系日期'],
    ['正常', '起始日期'],
  ] as const) {
    await record.getByRole('button', { name: '变更状态' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('变更为').click();
    await page.getByTitle(state, { exact: true }).click();
    await expect(dialog.getByLabel(field)).toBeVisible();
    await dialog.getByLabel('说明').fill('电话核实');
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(page.getByText(`状态已变更为${state}`)).toBeVisible();
    await expect(dialog).toBeHidden();
  }
});

test('a member opens the archives and stands before the own record, with nothing to change', async ({
  page,
  signIn,
}) => {
  await signIn('member');
  await page.goto('/');
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '党员档案' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '赵建国' })).toBeVisible();
  await expect(page.getByText('采油一厂采油一队党支部').first()).toBeVisible();
  // To propose one is offered instead.
  await expect(page.getByRole('button', { name: '申请更正' })).toBeVisible();
  await expect(page.getByRole('button', { name: /(^|\s)更正$/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '变更状态' })).toHaveCount(0);
});
