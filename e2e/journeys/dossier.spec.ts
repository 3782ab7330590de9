import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from '@playwright/test';
import { openPromise } from 'yauzl';
import { expect, expectAccessible, test } from './console.ts';
import { redPdf, redPixel, scanned } from './papers.ts';

const MiB = 1024 * 1024;
const papers = {
  '入党申请书.pdf': redPdf(),
  '考察登记表.pdf': redPdf(10),
  '思想汇报.pdf': redPdf(20),
  '政审材料.png': redPixel,
  '入党志愿书.pdf': redPdf(5 * MiB),
  '其实是脚本.pdf': Buffer.from('<script>alert(1)</script>'),
};

const item = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });

/** Chooses files for an item, as the button would. */
async function choose(page: Page, name: string, key: string, ...paths: string[]): Promise<void> {
  await expect(page.getByRole('button', { name: `上传：${name}` })).toBeVisible();
  await page.locator(`input[data-item="${key}"]`).setInputFiles(paths);
}

test('a dossier is completed and archived', async ({ page, signIn, expectRefusals }) => {
  expectRefusals(/415 .*\/api\/archives\/uploads\//);
  const files = await scanned(papers);
  await signIn('secretary');
  await page.goto('/archives/members?stage=full&sort=joinedOn');
  await page.locator('.by-row').first().getByRole('link').first().click();
  const record = page.getByRole('complementary');
  await record.getByRole('link', { name: '查看材料清单' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /的档案材料$/ })).toBeVisible();
  await expect(page.getByText('应有 5 项，已齐 0 项')).toBeVisible();
  await expectAccessible(page);

  await choose(page, '入党申请书', 'application', files.path('入党申请书.pdf'));
  await expect(item(page, '入党申请书').getByText('齐全')).toBeVisible();
  await choose(
    page,
    '培养教育考察材料',
    'cultivation',
    files.path('考察登记表.pdf'),
    files.path('思想汇报.pdf'),
  );
  await expect(item(page, '培养教育考察材料').getByText('齐全')).toBeVisible();

  // What a file holds decides, whatever it is called.
  await choose(page, '政治审查材料', 'political-review', files.path('其实是脚本.pdf'));
  const review = item(page, '政治审查材料');
  await expect(review.getByRole('alert')).toHaveText(/这种文件不能存入档案/);
  await review.getByRole('button', { name: '放弃 其实是脚本.pdf' }).click();
  await choose(page, '政治审查材料', 'political-review', files.path('政审材料.png'));
  await expect(review.getByText('齐全')).toBeVisible();

  await interruptAndResume(page, files.path('入党志愿书.pdf'));

  await page.getByRole('button', { name: '标记：转正申请书' }).click();
  const dialog = page.getByRole('dialog', { name: '转正申请书：标记状态' });
  await dialog.getByRole('radio', { name: '齐全：原件另存' }).click();
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await expect(dialog.getByText('必填')).toBeVisible();
  await dialog.getByLabel('说明').fill('原件存人事档案');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await expect(page.getByText('应有材料已齐')).toBeVisible();

  await previews(page);
  await removesAndUndoes(page);
  await archives(page);
  await files.remove();
});

/** The line stops after the first part; after a reload the same file goes on from there. */
async function interruptAndResume(page: Page, path: string): Promise<void> {
  let parts = 0;
  const offsets: string[] = [];
  await page.route('**/api/archives/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts += 1;
    offsets.push(String(route.request().headers()['upload-offset']));
    // The second part never arrives.
    return parts === 2 ? undefined : route.continue();
  });
  await choose(page, '入党志愿书', 'admission-form', path);
  await expect.poll(() => parts).toBe(2);
  const form = item(page, '入党志愿书');
  await form.getByRole('button', { name: '暂停 入党志愿书.pdf' }).click();
  await expect(form.getByText(/^已暂停/)).toBeVisible();
  await page.reload();
  await expect(form.getByText('上次未传完：入党志愿书.pdf，已传 2.0 MB / 5.0 MB')).toBeVisible();
  await page.locator('input[data-upload]').setInputFiles(path);
  await expect(form.getByText('齐全')).toBeVisible();
  await page.unroute('**/api/archives/uploads/*');
  expect(offsets).toEqual([0, 2 * MiB, 2 * MiB, 4 * MiB].map(String));
}

async function previews(page: Page): Promise<void> {
  const characters = page.waitForResponse(/UniGB-UCS2-H\.bcmap$/);
  await page.getByRole('button', { name: '预览 入党志愿书.pdf' }).click();
  expect((await characters).status()).toBe(200);
  const drawer = page.getByRole('dialog');
  const canvas = drawer.locator('canvas[data-drawn="1"]');
  await expect(canvas).toBeVisible();
  const pixels = await canvas.evaluate((element: HTMLCanvasElement) => {
    const at = (x: number, y: number) => [
      ...(element.getContext('2d')?.getImageData(x * element.width, y * element.height, 1, 1).data ?? []),
    ];
    return [at(0.1, 0.1), at(130 / 200, 50 / 280)];
  });
  expect(pixels).toEqual([
    [255, 0, 0, 255],
    [0, 0, 0, 255],
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '预览 政审材料.png' }).click();
  await expect(drawer.getByRole('img', { name: '政审材料.png' })).toHaveJSProperty('naturalWidth', 1);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
}

async function removesAndUndoes(page: Page): Promise<void> {
  await page.getByRole('button', { name: '移除 思想汇报.pdf' }).click();
  await expect(item(page, '培养教育考察材料').getByText('不全')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('应有材料已齐')).toBeVisible();
}

async function archives(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '打包下载' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/-党员档案-\d{4}-\d\d-\d\d\.zip$/);
  const found = await unzip(await download.path());
  // Two files of one item arrive in either order.
  expect([...found.keys()].toSorted()).toEqual(
    [
      '01 入党申请书/入党申请书.pdf',
      '02 培养教育考察材料/考察登记表.pdf',
      '02 培养教育考察材料/思想汇报.pdf',
      '03 政治审查材料/政审材料.png',
      '04 入党志愿书/入党志愿书.pdf',
      '目录.csv',
      '目录.txt',
    ].toSorted(),
  );
  const index = found.get('目录.txt')?.toString() ?? '';
  expect(index).toContain('转正申请书：齐全，0 份，原件存人事档案');
  for (const [path, content] of found) {
    if (path.startsWith('目录')) continue;
    const name = path.split('/')[1] as keyof typeof papers;
    expect(content.equals(papers[name])).toBe(true);
    expect(index).toContain(`${createHash('sha256').update(content).digest('hex')}  ${path}`);
  }
}

async function unzip(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return found;
}
