import { expect, type Page } from '@playwright/test';
import { uglyRoster } from './ugly-roster.ts';

const imports = '/api/archives/imports';

const fileName = '党员花名册（第二批）.xlsx';

/** An import that waits to be reviewed: the ugly roster, or the one that is open already. */
export async function bringInRoster(page: Page): Promise<string> {
  const open = await page.request.get(`${imports}?status=preview&pageSize=50`);
  const { items } = (await open.json()) as { items: { id: string; fileName: string }[] };
  const known = items.find((item) => item.fileName === fileName);
  if (known) return known.id;
  const answer = await page.request.post(imports, {
    headers: { 'x-banyan-client': 'journeys' },
    multipart: {
      mode: 'both',
      file: {
        name: fileName,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await uglyRoster(),
      },
    },
  });
  const { id } = (await answer.json()) as { id: string };
  await expect
    .poll(async () => {
      const shown = await page.request.get(`${imports}/${id}`);
      return ((await shown.json()) as { status: string }).status;
    })
    .toBe('preview');
  return id;
}

/** Opens a step of the wizard on it. */
export function atStep(step: 'columns' | 'rows' | 'differences') {
  return async (page: Page): Promise<void> => {
    await page.goto(`/archives/imports/${await bringInRoster(page)}?step=${step}`);
    await page.locator('.imports-steps [aria-current=step]').waitFor();
    await page.locator('.imports-table, .imports-differences, .by-cards').first().waitFor();
  };
}
