import { expect, expectAccessible, test, untilStill } from './console.ts';
import { pages } from './pages.ts';

const looks = [
  { title: 'light at a desk', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { title: 'dark on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

for (const { title, ...look } of looks) {
  test.describe(title, () => {
    test.use(look);
    for (const shown of pages) {
      test(`axe finds nothing serious on ${shown.name}`, async ({ page, signIn, expectRefusals }) => {
        expectRefusals(...(shown.refusals ?? []));
        if (shown.as) await signIn(shown.as);
        await page.goto(shown.path);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await shown.prepare?.(page);
        await untilStill(page);
        await expectAccessible(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(width, 'the page does not scroll sideways').toBeLessThanOrEqual(0);
      });
    }
  });
}
