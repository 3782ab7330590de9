import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, untilStill } from './console.ts';

const picture = path.resolve(import.meta.dirname, '../../docs/pictures/members.png');

test('an officer has a record open beside the list, as the picture in the README shows', async ({
  page,
  signIn,
}, testInfo) => {
  await signIn('officer');
  const ids = await page.request.get('/api/archives/members?q=李文博&pageSize=5');
  const { items } = (await ids.json()) as { items: { id: string; organizationName: string }[] };
  const person = items.find(({ organizationName }) => organizationName === '采油一厂采油一队党支部');
  const tree = await page.request.get('/api/identity/organizations');
  const unit = ((await tree.json()) as { items: { id: string; name: string }[] }).items.find(
    ({ name }) => name === '采油一厂党委',
  );
  await page.goto(`/archives/members?organizationId=${unit?.id}&open=${person?.id}`);
  await expect(page.getByRole('complementary').getByRole('heading', { name: '李文博' })).toBeVisible();
  const list = page.getByRole('region', { name: '党员档案' });
  await expect(list.getByRole('row')).toHaveCount(21);
  await untilStill(page);
  const taken = await page.screenshot({ path: testInfo.outputPath('members.png') });
  expect(taken.length).toBeGreaterThan(50_000);
  // The tracked picture changes when somebody asks for it, not with every run.
  if (existsSync(picture) && !process.env.UPDATE_PICTURES) return;
  mkdirSync(path.dirname(picture), { recursive: true });
  copyFileSync(testInfo.outputPath('members.png'), picture);
});
