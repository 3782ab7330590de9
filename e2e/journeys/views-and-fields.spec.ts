import { choose, expect, openFromMenu, openMember, test } from './console.ts';

test('an officer adds a field for everybody, a secretary fills it in, and the list shows and filters it', async ({
  page,
  browser,
  baseURL,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/');
  await openFromMenu(page, '自定义字段');
  await page.getByRole('button', { name: '新增字段' }).click();
  const form = page.getByRole('dialog', { name: /^新增字段/ });
  await form.getByLabel('中文名称').fill('住宿方式');
  await form.getByLabel('英文名称').fill('Lodging');
  await choose(form, '类型', '单选');
  for (const choice of ['自有住房', '单位宿舍']) {
    await form.getByRole('button', { name: '添加选项' }).click();
    await form.getByRole('textbox', { name: /^第 \d 项 中文$/ }).fill(choice);
  }
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新增“住宿方式”')).toBeVisible();
  await expect(page.getByText('单选 · 自有住房、单位宿舍 · lodging')).toBeVisible();
  await expect(page.getByRole('region', { name: '表单预览' }).getByLabel('住宿方式')).toBeVisible();

  const secretary = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'zh-CN' });
  await signIn('secretary', secretary);
  const branch = await secretary.newPage();
  await branch.setViewportSize({ width: 1440, height: 900 });
  const record = await openMember(branch, '李文博');
  await record.getByRole('button', { name: '更正', exact: true }).click();
  const correction = branch.getByRole('dialog', { name: '更正档案：李文博' });
  await choose(correction, '住宿方式', '单位宿舍');
  await correction.getByRole('button', { name: '保存' }).click();
  await expect(branch.getByText('已更正1项')).toBeVisible();
  await expect(record.getByRole('listitem').filter({ hasText: '更正住宿方式' })).toContainText('单位宿舍');
  await secretary.close();

  await page.goto('/archives/members?custom=lodging:choice-2');
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('checkbox', { name: '住宿方式' }).click();
  await expect(page.getByRole('row', { name: /李文博.*单位宿舍/ })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('an officer keeps a view of the list, changes it, takes that back, and finds it first the next time', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/archives/members?stage=probationary');
  await page.getByRole('button', { name: '视图：全部人员' }).click();
  await page.getByRole('menuitem', { name: '另存为新视图…' }).click();
  const dialog = page.getByRole('dialog', { name: '另存为新视图' });
  await dialog.getByLabel('名称').fill('今年预备党员');
  await dialog.getByLabel('打开列表时默认使用').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: '视图：今年预备党员' })).toBeVisible();
  await choose(page.getByRole('search'), '党籍状态', '失联');
  await expect(page.getByRole('button', { name: '视图：今年预备党员 (已改动)' })).toBeVisible();
  await page.getByRole('button', { name: '保存改动' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('button', { name: '视图：今年预备党员 (已改动)' })).toBeVisible();
  await page.goto('/archives/members');
  await expect(page).toHaveURL(/stage=probationary/);
  await expect(page).not.toHaveURL(/state=/);
  await page.getByRole('button', { name: '视图：今年预备党员' }).click();
  await page.getByRole('menuitem', { name: '管理视图…' }).click();
  await page.getByRole('button', { name: '删除 今年预备党员' }).click();
  await expect(page.getByText('已删除视图“今年预备党员”')).toBeVisible();
  await expect(page.getByRole('dialog', { name: '管理视图' })).not.toContainText('今年预备党员');
});
