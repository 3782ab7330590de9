import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';

const openExport = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^(导出|Export)$/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
};

/** Statistics, what their figures open, and exports. */
export const figurePages: ConsolePage[] = [
  { name: 'statistics', as: 'officer', path: '/archives/statistics' },
  {
    name: 'statistics-shares',
    as: 'officer',
    path: '/archives/statistics?rows=education&columns=age&stage=full&share=row',
  },
  { name: 'statistics-years', as: 'unit', path: '/archives/statistics?rows=joinedYear&columns=organization' },
  { name: 'statistics-nobody', as: 'secretary', path: '/archives/statistics?state=deceased&stage=applicant' },
  {
    name: 'members-of-a-figure',
    as: 'officer',
    path: '/archives/members?stage=full&sex=female&ethnicity=minority&bornFrom=1990-11-24&without=degree',
  },
  { name: 'export', as: 'secretary', path: '/archives/members?stage=full', prepare: openExport },
  {
    name: 'export-in-full',
    as: 'officer',
    path: '/archives/members?stage=probationary',
    prepare: async (page) => {
      await openExport(page);
      await page.getByLabel(/^(完整显示|In full)$/).click();
      await page.getByLabel(/^(导出事由|Reason)$/).fill('年度党内统计');
    },
  },
  {
    name: 'export-done',
    as: 'officer',
    path: '/archives/members?stage=probationary',
    prepare: async (page) => {
      await openExport(page);
      await page
        .getByRole('button', { name: /^(开始导出|Export)$/ })
        .last()
        .click();
      await page.locator('.ant-alert-success').waitFor();
    },
  },
];
