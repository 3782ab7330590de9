import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

export type Photograph = { caption: string; file: string };

/** Lays photographs of one page out on one sheet; the browser that took them does the layout. */
export async function writeContactSheet(
  browser: Browser,
  title: string,
  photographs: Photograph[],
  file: string,
): Promise<void> {
  const figures = await Promise.all(
    photographs.map(
      async ({ caption, file: source }) =>
        `<figure><img src="data:image/png;base64,${(await readFile(source)).toString('base64')}"><figcaption>${caption}</figcaption></figure>`,
    ),
  );
  const page = await browser.newPage({ viewport: { width: 1900, height: 800 } });
  await page.setContent(
    `<style>
      body { margin: 0; padding: 20px; background: #8a8681; font: 14px sans-serif; color: #fff }
      main { display: grid; grid-template-columns: 5fr 5fr 2.2fr; gap: 16px; align-items: start }
      figure { margin: 0 } img { width: 100%; display: block } figcaption { padding-top: 4px }
    </style><h1>${title}</h1><main>${figures.join('')}</main>`,
    { waitUntil: 'load' },
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
