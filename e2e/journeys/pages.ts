import type { Page } from '@playwright/test';
import { askedPages } from './asked-pages.ts';
import { dossierPages } from './dossier-pages.ts';
import { movingPages } from './moving-pages.ts';
import { registerPages } from './register-pages.ts';
import { figurePages } from './figure-pages.ts';
import { importPages } from './import-pages.ts';

export type ConsolePage = {
  name: string;
  /** Who looks at it; null for somebody who is not signed in. */
  as: string | null;
  path: string;
  /** What has to be open on it. */
  prepare?: (page: Page) => Promise<void>;
  /** What the browser writes of a refusal that belongs to the page. */
  refusals?: RegExp[];
};

const first = (page: Page) => page.locator('.by-row, .by-cards li').first();

async function openFirst(page: Page): Promise<void> {
  await first(page).getByRole('link').first().click();
  await page.locator('.by-timeline li, .by-record-facts, .by-facts').first().waitFor();
}

/** Every page of the console, as somebody who has something on it. */
export const pages: ConsolePage[] = [
  { name: 'sign-in', as: null, path: '/sign-in' },
  { name: 'home', as: 'officer', path: '/' },
  { name: 'members', as: 'officer', path: '/archives/members' },
  {
    name: 'member-beside',
    as: 'officer',
    path: '/archives/members?stage=probationary',
    prepare: openFirst,
  },
  {
    name: 'member-page',
    as: 'secretary',
    path: '/archives/members?q=马晓丽',
    prepare: async (page) => {
      await first(page).waitFor();
      await page.goto((await first(page).getByRole('link').first().getAttribute('href')) ?? '');
    },
  },
  { name: 'member-own', as: 'member', path: '/archives/members' },
  {
    name: 'member-correct',
    as: 'secretary',
    path: '/archives/members?q=陈海',
    prepare: async (page) => {
      await openFirst(page);
      await page.getByRole('button', { name: /^(更正|Correct)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'member-new', as: 'officer', path: '/archives/members/new' },
  { name: 'custom-fields', as: 'officer', path: '/archives/settings/fields' },
  {
    name: 'custom-field-new',
    as: 'officer',
    path: '/archives/settings/fields',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /新增字段|Add a field/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      await page.locator('#kind').focus();
      for (const key of ['Enter', ...Array.from({ length: 5 }, () => 'ArrowDown'), 'Enter'])
        await page.keyboard.press(key);
      await page.getByRole('button', { name: /添加选项|Add a choice/ }).click();
    },
  },
  {
    name: 'member-views',
    as: 'officer',
    path: '/archives/members',
    prepare: async (page) => {
      await first(page).waitFor();
      await page.getByRole('button', { name: /^(视图|View)/ }).click();
      await page.getByRole('menuitem', { name: /管理视图|Manage views/ }).waitFor();
    },
  },
  {
    name: 'member-view-save',
    as: 'officer',
    path: '/archives/members?stage=probationary',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(视图|View)/ }).click();
      await page.getByRole('menuitem', { name: /另存为|Save as/ }).click();
      await page.getByRole('dialog').getByRole('radio').last().click();
    },
  },
  {
    name: 'member-views-manage',
    as: 'officer',
    path: '/archives/members',
    prepare: async (page) => {
      await first(page).waitFor();
      await page.getByRole('button', { name: /^(视图|View)/ }).click();
      await page.getByRole('menuitem', { name: /管理视图|Manage views/ }).click();
      await page.getByRole('dialog').getByText('发展对象（全公司）').waitFor();
    },
  },
  { name: 'nothing-found', as: 'secretary', path: '/archives/members?q=没有这个人' },
  ...importPages,
  ...dossierPages,
  ...movingPages,
  ...registerPages,
  ...askedPages,
  ...figurePages,
  { name: 'organizations', as: 'system', path: '/identity/organizations' },
  { name: 'accounts', as: 'system', path: '/identity/accounts', prepare: openFirst },
  { name: 'roles', as: 'security', path: '/identity/roles', prepare: openFirst },
  { name: 'audit', as: 'auditor', path: '/identity/audit' },
  { name: 'profile', as: 'officer', path: '/profile' },
  { name: 'not-found', as: 'officer', path: '/nowhere' },
  { name: 'not-allowed', as: 'member', path: '/archives/statistics' },
];
