import { readFileSync } from 'node:fs';
import { choose, expect, openFromMenu, test } from './console.ts';

test('an officer opens a figure of the statistics, and exports the people behind it', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/');
  await openFromMenu(page, '党员统计');
  await choose(page, /^行$/, '学历');
  // By keyboard: from the stage that is chosen, past the state, to the sex.
  await page.getByLabel(/^列$/).click();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/rows=education&columns=sex/);
  const figure = page.getByRole('link', { name: /^硕士研究生 · 女：/ });
  const count = Number((await figure.textContent())?.replaceAll(',', ''));
  expect(count).toBeGreaterThan(0);
  await figure.click();
  await expect(page.getByText(`${count} 人`)).toBeVisible();
  await expect(page.getByText('学历 硕士研究生')).toBeVisible();

  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出党员名册' });
  await expect(dialog.getByText(`${count} 人`)).toBeVisible();
  await expect(dialog.getByText(/党籍状态：正常 · 性别 女 · 学历 硕士研究生/)).toBeVisible();
  await dialog.getByLabel('CSV 文本（.csv）').click();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '开始导出' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^党员名册-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines.length).toBe(count + 1);
  expect(lines[1]).toMatch(/,女,/);
  expect(lines[1]).toMatch(/\d{4}\*{4}\w{4}/);
  await expect(dialog.getByText(`已导出 ${count} 人`)).toBeVisible();
});

test('a secretary exports the people of the own branch as a workbook', async ({ page, signIn }) => {
  await signIn('secretary');
  await page.goto('/archives/members');
  const total = await page.getByText(/^采油一厂采油一队党支部.* · \d+ 人$/).textContent();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出党员名册' });
  await dialog.getByRole('button', { name: '开始导出' }).click();
  const [, count] = / (\d+) 人$/.exec(total ?? '') ?? [];
  await expect(dialog.getByText(`已导出 ${count} 人`)).toBeVisible();
});
