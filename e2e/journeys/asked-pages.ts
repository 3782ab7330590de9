import type { Page } from '@playwright/test';
import type { ConsolePage } from './pages.ts';

const headers = { 'x-banyan-client': 'pictures' };
const rounds = '/api/archives/verifications';
type Listed = { items: { id: string }[] };
type Figures = { people: number; answered: number };
type Reached = { items: { id: string; isBranch: boolean; progress: Figures }[] };

async function get<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(path, { headers })).json()) as Answer;
}

/** The round of the demonstration that is under way; journeys open others elsewhere. */
async function openRound(page: Page): Promise<string> {
  const { items } = await get<Listed>(page, `${rounds}?state=open&sort=dueOn&pageSize=1`);
  return String(items[0]?.id);
}

/** Of the branches of a round the first that has begun and is not done. */
async function branchUnderWay(page: Page, round: string): Promise<string> {
  for (let below = ''; ;) {
    const { items } = await get<Reached>(page, `${rounds}/${round}/progress${below}`);
    const begun = items.find(({ progress: { people, answered } }) => answered > 0 && answered < people);
    if (begun === undefined || begun.isBranch) return String(begun?.id);
    below = `?organizationId=${begun.id}`;
  }
}

async function atRound(page: Page, of: (round: string) => Promise<string> | string): Promise<void> {
  const round = await openRound(page);
  await page.goto(`/archives/verifications/${round}${await of(round)}`);
  await page
    .locator('.archives-asked > li, .archives-branches table, .archives-branches .by-cards')
    .first()
    .waitFor();
}

const openRequests = '/archives/change-requests?state=open&sort=proposedAt';

async function openFirst(page: Page): Promise<void> {
  await page.locator('.by-row, .by-cards li').first().getByRole('link').first().click();
  await page.locator('.archives-decide').waitFor();
}

/** Pages on which branches are asked, and on which they answer. */
export const askedPages: ConsolePage[] = [
  { name: 'change-requests', as: 'unit', path: '/archives/change-requests' },
  { name: 'change-request', as: 'unit', path: openRequests, prepare: openFirst },
  {
    name: 'change-request-decline',
    as: 'unit',
    path: openRequests,
    prepare: async (page) => {
      await openFirst(page);
      await page
        .getByRole('radio', { name: /^(不采纳|Decline)$/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^(提交审核结果|Send the decision)$/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'change-requests-own', as: 'member', path: '/archives/change-requests' },
  {
    name: 'propose-change',
    as: 'member',
    path: '/archives/members',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(申请更正|Propose a correction)$/ }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  { name: 'verifications', as: 'officer', path: '/archives/verifications' },
  { name: 'verification-new', as: 'unit', path: '/archives/verifications/new' },
  {
    name: 'verification',
    as: 'officer',
    path: '/archives/verifications',
    prepare: (page) => atRound(page, () => ''),
  },
  {
    name: 'verification-branch',
    as: 'officer',
    path: '/archives/verifications',
    prepare: (page) => atRound(page, async (round) => `?branch=${await branchUnderWay(page, round)}`),
  },
];
