import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { demoPassword } from '@banyan/demo/accounts';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { untilStill } from '../journeys/console.ts';
import { type ConsolePage, pages } from '../journeys/pages.ts';
import { chromium as installed } from '../journeys/playwright.config.ts';
import { type Photograph, writeContactSheet } from './contact-sheet.ts';
import { type Look, lookName, looks } from './looks.ts';

const origin = process.env.BASE_URL ?? 'http://localhost:8080';
const directory = path.resolve(import.meta.dirname, '../../.pictures');
type SavedState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A session for each person who looks at pages; the same one serves every look. */
async function signInAll(browser: Browser, wanted: ConsolePage[]): Promise<Map<string | null, SavedState>> {
  const states = new Map<string | null, SavedState>();
  for (const username of new Set(wanted.map((page) => page.as))) {
    if (username === null) continue;
    const context = await browser.newContext({ baseURL: origin });
    const answer = await context.request.post('/api/identity/sessions', {
      data: { username, password: demoPassword },
      headers: { 'x-banyan-client': 'pictures' },
    });
    if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`);
    states.set(username, await context.storageState());
    await context.close();
  }
  return states;
}

async function photograph(
  browser: Browser,
  shown: ConsolePage,
  look: Look,
  state: SavedState | undefined,
): Promise<Photograph> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: look.size,
    colorScheme: look.theme,
    locale: look.language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(state ? { storageState: state } : {}),
  });
  const page = await context.newPage();
  await page.goto(shown.path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await shown.prepare?.(page);
  await untilLoaded(page);
  await untilStill(page);
  const file = path.join(directory, shown.name, `${lookName(look).replaceAll(' ', '-')}.png`);
  await page.screenshot({ path: file });
  await context.close();
  return { caption: lookName(look), file };
}

async function untilLoaded(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
}

const wanted = pages.filter(({ name }) => process.argv.length < 3 || process.argv.slice(2).includes(name));
const browser = await chromium.launch(installed);
const states = await signInAll(browser, wanted);
for (const shown of wanted) {
  rmSync(path.join(directory, shown.name), { recursive: true, force: true });
  mkdirSync(path.join(directory, shown.name), { recursive: true });
  const taken: Photograph[] = [];
  for (const look of looks) taken.push(await photograph(browser, shown, look, states.get(shown.as)));
  await writeContactSheet(browser, shown.name, taken, path.join(directory, `${shown.name}.png`));
  console.log(`.pictures/${shown.name}.png`);
}
await browser.close();
