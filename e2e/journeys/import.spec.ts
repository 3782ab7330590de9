import type { Page } from '@playwright/test';
import { expect, openFromMenu, searchFor, test } from './console.ts';
import { corrections, uglyPeople, uglyRoster } from './ugly-roster.ts';

/** What is right for each wrong row, by its name. */
const right: Record<string, string> = {
  温国强: corrections.idNumber,
  葛春梅: corrections.sex,
  牛志远: corrections.ambiguousBranch,
  安晓琳: corrections.unknownBranch,
  申国华: corrections.full,
  史文静: corrections.joined,
};

test('an organization officer brings in an ugly roster, corrects six rows in the browser, commits it, finds the people in the list, and undoes it', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/');
  await openFromMenu(page, '导入');
  await page.getByRole('button', { name: '导入花名册' }).first().click();
  await page.getByLabel('花名册文件').setInputFiles({
    name: '采油一厂花名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await uglyRoster(),
  });
  await page.getByRole('button', { name: '上传并检查' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '采油一厂花名册.xlsx' })).toBeVisible();
  await lookAtColumns(page);
  await correctSixRows(page);
  await commit(page);
  await findThem(page);
  await undo(page);
});

/** All columns are known by their headings, also those below the name of a group. */
async function lookAtColumns(page: Page): Promise<void> {
  await expect(page.getByRole('row', { name: /公民身份号码.*证件号码.*按表头/ })).toBeVisible();
  await expect(page.getByText('表头所在行')).toBeVisible();
  await expect(page.getByRole('row', { name: /提交入党申请书时间.*申请入党日期.*按表头/ })).toBeVisible();
  await page.getByRole('button', { name: '继续核对各行' }).click();
}

/** Types where the keyboard is put, as long as there is something wrong; one branch is taken from the suggestions. */
async function correctSixRows(page: Page): Promise<void> {
  await expect(page.getByText('有误 6', { exact: true })).toBeVisible();
  await expect(page.locator('.imports-cell-wrong')).toHaveCount(6);
  await page.locator('.imports-cell-wrong button').first().click();
  for (let left = 6; left > 0; left -= 1) {
    const field = page.locator('.imports-cell-wrong input');
    await expect(field).toBeFocused();
    const name = await page.locator('tr', { has: field }).locator('td').first().innerText();
    const text = right[name] ?? '';
    const suggestion = page.locator('tr', { has: field }).getByRole('button', { name: `改为 ${text}` });
    if (name === '牛志远') await suggestion.click();
    else {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    if (left > 1) await expect(page.getByRole('status').first()).toContainText(`还有 ${left - 1} 行有误`);
  }
  await expect(page.getByText('没有有误的行', { exact: true })).toBeVisible();
}

async function commit(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText(`新增 ${uglyPeople.length} 人，更新 0 人`)).toBeVisible();
  await page.getByRole('button', { name: '写入档案' }).click();
  await expect(page.getByRole('heading', { name: '已写入档案' })).toBeVisible();
  await expect(page.getByText(/周文静 写入档案/)).toBeVisible();
}

async function findThem(page: Page): Promise<void> {
  const wizard = page.url();
  await page.getByRole('link', { name: '查看这些人员' }).click();
  await searchFor(page, '牛志远');
  await expect(page.getByRole('row', { name: /牛志远.*采油一厂采油一队党支部/ })).toBeVisible();
  await searchFor(page, '骆建平');
  await expect(page.getByRole('row', { name: /骆建平.*采油一厂注水一队党支部.*1993-06-28/ })).toBeVisible();
  await page.goto(wizard);
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销整批导入' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(`将删去新增的 ${uglyPeople.length} 份档案`);
  await question.getByRole('button', { name: '撤销整批导入' }).click();
  await expect(page.getByRole('heading', { name: '已撤销，档案恢复到导入之前' })).toBeVisible();
  await page.goto('/archives/members?q=牛志远');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
}

test('an officer is told why a file cannot be read, and brings in another with what was chosen kept', async ({
  page,
  signIn,
  expectRefusals,
}) => {
  expectRefusals(/status of 415/);
  await signIn('officer');
  await page.goto('/archives/imports/new');
  await page.getByRole('radio', { name: /只新增/ }).check();
  const file = page.getByLabel('花名册文件');
  await file.setInputFiles({
    name: '花名册.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('%PDF-1.7 not a workbook at all'),
  });
  await page.getByRole('button', { name: '上传并检查' }).click();
  await expect(page.getByText(/扩展名可能改过/)).toBeVisible();
  await expect(page.getByText('花名册.xlsx')).toBeVisible();
  await expect(page.getByRole('radio', { name: /只新增/ })).toBeChecked();
});
