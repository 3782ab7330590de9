import { AxeBuilder } from '@axe-core/playwright';
import { demoPassword } from '@banyan/demo/accounts';
import { type BrowserContext, expect, type Locator, type Page, test as base } from '@playwright/test';

type Fixtures = {
  /** Signs in without the page, as fast as a person who has done so already. */
  signIn: (username: string, context?: BrowserContext) => Promise<void>;
  /** Refusals that a journey provokes: Chromium itself writes them to the console. */
  expectRefusals: (...patterns: RegExp[]) => void;
  quietConsole: void;
};

/** Every journey fails on any message in the console, on any page, and on any request to another host. */
export const test = base.extend<Fixtures>({
  signIn: async ({ context }, use) => {
    await use(async (username, other = context) => {
      const answer = await other.request.post('/api/identity/sessions', {
        data: { username, password: demoPassword },
        headers: { 'x-banyan-client': 'journeys' },
      });
      expect(answer.status()).toBe(201);
    });
  },
  expectRefusals: async ({ browserName: _name }, use, testInfo) => {
    await use((...patterns) => testInfo.annotations.push(...patterns.map(({ source }) => note(source))));
  },
  quietConsole: [
    async ({ context, baseURL }, use, testInfo) => {
      const said: string[] = [];
      listen(context, said, String(baseURL));
      await use();
      const expected = testInfo.annotations
        .filter(({ type }) => type === refusal)
        .map(({ description }) => new RegExp(String(description)));
      expect(said.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

const refusal = 'expected-refusal';
const note = (description: string) => ({ type: refusal, description });

/** Collects what pages say to the console and where they turn to. */
export function listen(context: BrowserContext, said: string[], origin: string): void {
  context.on('console', (message) =>
    said.push(`${message.type()}: ${message.text()} ${message.location().url}`),
  );
  context.on('weberror', (error) => said.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) said.push(`another host: ${url.href}`);
  });
}

/** axe on what is on the page now; colours are looked at in the theme that is on. */
export async function expectAccessible(page: Page): Promise<void> {
  await untilStill(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** Nothing is loading, and nothing moves but what moves as long as it is there. */
export async function untilStill(page: Page): Promise<void> {
  await expect(page.locator('[role=status] .ant-skeleton, .ant-spin-spinning')).toHaveCount(0);
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map((running) => running.finished));
  });
  // What has ended its movement is drawn as it stays a moment later.
  await expect(
    page.locator(':is([class*="-appear"], [class*="-enter"], [class*="-leave"])[class*="-active"]'),
  ).toHaveCount(0);
}

/** Goes where the menu leads. */
export async function openFromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Types into the search of a list and waits until the list has answered. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.getByRole('search').getByRole('textbox').first().fill(text);
  await expect(page).toHaveURL(new RegExp(`[?&]q=${encodeURIComponent(text)}`));
  await expect(page.locator('.ant-spin-spinning')).toHaveCount(0);
}

/** The record that stands beside the list. */
export function recordBeside(page: Page): Locator {
  return page.getByRole('complementary');
}

/** Opens a person's record beside the list of members. */
export async function openMember(page: Page, name: string): Promise<Locator> {
  await page.goto('/archives/members');
  await searchFor(page, name);
  await page.getByRole('row', { name }).getByRole('link', { name, exact: true }).click();
  const record = recordBeside(page);
  await expect(record.getByRole('heading', { name, exact: true })).toBeVisible();
  return record;
}

/** Picks an entry of an antd select by its label. */
export async function choose(scope: Page | Locator, label: string | RegExp, option: string): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  await scope.getByLabel(label).click();
  // One that is closing still counts as visible.
  await page.locator('.ant-select-dropdown:visible').last().getByTitle(option, { exact: true }).click();
}

export { expect };

/** Decides the request of this row, whose one field is to become what is named. */
export async function acceptProposed(page: Page, row: RegExp, value: string): Promise<void> {
  await page.goto('/archives/change-requests?box=to-decide');
  await page.getByRole('row', { name: row }).click();
  const request = page.getByRole('complementary');
  await expect(request.getByText(value)).toBeVisible();
  await expectAccessible(page);
  await request.getByRole('radio', { name: '采纳', exact: true }).check();
  await request.getByRole('button', { name: '提交审核结果' }).click();
  await expect(page.getByText('已采纳 1 项，未采纳 0 项')).toBeVisible();
}
