import { choose, expect, openFromMenu, openMember, recordBeside, searchFor, test } from './console.ts';

test('an officer finds a member by initials, corrects the education, and sees it in the timeline', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/');
  await openFromMenu(page, '党员档案');
  await searchFor(page, 'lwb');
  await page.getByRole('row', { name: /李文博.*采油一厂采油一队党支部/ }).click();
  const record = recordBeside(page);
  await record.getByRole('button', { name: '更正', exact: true }).click();
  const form = page.getByRole('dialog', { name: '更正档案：李文博' });
  await choose(form, '学历', '硕士研究生');
  await choose(form, '学位', '硕士');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已更正2项')).toBeVisible();
  await expect(form).toBeHidden();
  await expect(record.getByText('硕士研究生 · 石油工程')).toBeVisible();
  const newest = record.getByRole('listitem').filter({ hasText: '更正学历、学位' }).first();
  await expect(newest).toContainText('周文静');
  await expect(newest).toContainText('大学本科');
});

test('an officer looks at an ID number with a reason, and it hides again', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn('officer');
  const record = await openMember(page, '李文博');
  await expect(record.getByText(/^\d{4}\*{4}\w{4}$/)).toBeVisible();
  await record.getByRole('button', { name: '查看证件号码（留痕）' }).click();
  const dialog = page.getByRole('dialog', { name: '查看证件号码' });
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await expect(dialog.getByText('必填')).toBeVisible();
  await dialog.getByLabel('查看事由').fill('办理组织关系转接');
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await expect(record.getByText(/^\d{17}[\dX]$/)).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(record.getByText(/^\d{17}[\dX]$/)).toHaveCount(0);
  await expect(record.getByRole('button', { name: '查看证件号码（留痕）' })).toBeVisible();
});

test('an officer puts an applicant on record: a wrong phone is refused in its field, a reload keeps the rest', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/archives/members');
  await page.getByRole('button', { name: '新增' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('田新苗');
  await page.getByLabel('工作岗位').fill('采油工');
  await page.reload();
  await expect(page.getByText('已恢复上次未保存的内容')).toBeVisible();
  await expect(page.getByLabel('姓名', { exact: true })).toHaveValue('田新苗');
  await page.getByLabel('联系电话').fill('call me');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('只能包含数字、空格和短横线')).toBeVisible();
  await page.getByLabel('联系电话').fill('154 0000 0001');
  await page.getByLabel('所在支部').fill('采油一厂采油一队');
  await page.getByTitle('采油一厂采油一队党支部', { exact: true }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '田新苗' })).toBeVisible();
  await expect(page.getByText('建立档案')).toBeVisible();
});

test('an officer sees as one unit: list, count and address follow, and the way back is one click', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/archives/members');
  await expect(page.getByText(/示范油田公司党委及以下 · 12,\d{3} 人/)).toBeVisible();
  await page
    .getByRole('button', { name: /示范油田公司党委/ })
    .first()
    .click();
  const picker = page.getByRole('dialog');
  await picker.getByRole('textbox').fill('采油二厂党委');
  await picker.getByText('采油二厂党委', { exact: true }).click();
  await expect(page).toHaveURL(/node=/);
  await expect(page.getByText(/采油二厂党委及以下 · [\d,]+ 人/)).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('采油二厂');
});

test('an officer opens a person from anywhere with the keyboard alone', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto('/');
  await expect(
    page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '党员档案' }),
  ).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zhaojianguo');
  await expect(page.getByRole('option', { name: /赵建国.*采油一队/ })).toBeVisible();
  const options = await page.getByRole('option').allTextContents();
  const steps = options.findIndex((text) => text.includes('采油一厂采油一队党支部'));
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '赵建国' })).toBeVisible();
});

test('an officer arranges the columns of the list, and finds them so the next time', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/archives/members');
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('checkbox', { name: '性别' }).check();
  await page.getByRole('checkbox', { name: '证件号码' }).uncheck();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '性别' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '证件号码' })).toHaveCount(0);
});
