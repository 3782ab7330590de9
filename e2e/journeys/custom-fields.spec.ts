import { acceptProposed, expect, expectAccessible, searchFor, test } from './console.ts';
import { idNumberOf } from './ugly-roster.ts';

const headers = { 'x-banyan-client': 'journeys' };

/** A field of everybody in the group, as if it had always been there. */
test.beforeEach(async ({ page, signIn }) => {
  await signIn('officer');
  const { roots } = (await (await page.request.get('/api/identity/me')).json()) as { roots: string[] };
  const options = [
    { value: 'long-day', labelZh: '长白班' },
    { value: 'rotating', labelZh: '四班两倒' },
  ];
  const made = await page.request.post('/api/archives/fields', {
    headers,
    data: { organizationId: roots[0], key: 'shift-system', labelZh: '倒班方式', kind: 'one-of', options },
  });
  expect([201, 409]).toContain(made.status());
});

test('a member proposes a value of the own organization’s field, and the secretary accepts it by its words', async ({
  page,
  signIn,
}) => {
  await signIn('member');
  await page.goto('/archives/members');
  await page.getByRole('button', { name: '申请更正' }).click();
  const form = page.getByRole('dialog', { name: '申请更正：赵建国' });
  await form.getByLabel('倒班方式').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('四班两倒', { exact: true }).click();
  await form.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('1 项更正申请待审核：')).toContainText('倒班方式');

  await signIn('secretary');
  await acceptProposed(page, /赵建国.*倒班方式/, '四班两倒');

  await signIn('member');
  await page.goto('/archives/members');
  await expect(page.getByRole('listitem').filter({ hasText: '更正倒班方式' })).toContainText('四班两倒');
});

test('an officer brings in a roster with a column of the group’s own field, and finds the people by the import', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto('/archives/imports/new');
  const lines = [
    ['姓名', '公民身份号码', '人员类别', '所在党支部', '倒班方式'],
    ['邵一鸣', idNumberOf('1985-03-04', 911), '正式党员', '采油一厂采油二队党支部', '长白班'],
    ['邵二鸣', idNumberOf('1986-03-04', 912), '正式党员', '采油一厂采油二队党支部', '三班倒'],
  ];
  await page.getByLabel('花名册文件').setInputFiles({
    name: '倒班人员.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.map((cells) => cells.join(',')).join('\n')),
  });
  await page.getByRole('button', { name: '上传并检查' }).click();
  await expect(page.getByRole('row', { name: /倒班方式.*长白班.*倒班方式.*按表头/ })).toBeVisible();
  await page.getByRole('button', { name: '继续核对各行' }).click();
  await expect(page.getByText('不在可选项中，请另选')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '改为 四班两倒' }).click();
  await expect(page.getByText('没有有误的行', { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '写入档案' }).click();
  await expect(page.getByRole('heading', { name: '已写入档案' })).toBeVisible();
  const wizard = page.url();
  await page.getByRole('link', { name: '查看这些人员' }).click();
  await expect(page.getByText('倒班人员.csv')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
  await searchFor(page, '邵二鸣');
  await page.getByRole('row', { name: '邵二鸣' }).getByRole('link', { name: '邵二鸣', exact: true }).click();
  await page.getByRole('link', { name: '打开完整页面' }).click();
  await expect(page.getByText('四班两倒')).toBeVisible();

  await page.goto(wizard);
  await page.getByRole('button', { name: '撤销整批导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销整批导入' }).click();
  await expect(page.getByRole('heading', { name: '已撤销，档案恢复到导入之前' })).toBeVisible();
});
