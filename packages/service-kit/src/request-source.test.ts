import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { AppContext } from './http-app.ts';
import { refuseSource } from './request-source.ts';

const app = new Hono();
app.get('/:what', (c) => {
  refuseSource(c as unknown as AppContext, c.req.param('what') as 'elsewhere' | 'unproven');
  return c.text('done');
});
app.onError((error, c) => c.text(error.name, 403));

const browser = (site: string) => ({ 'sec-fetch-site': site });
const program = { 'x-banyan-client': 'cli' };

it.each([
  ['a page of the console', browser('same-origin'), true, true],
  ['a program that names itself', program, true, true],
  ['a program that does not, or an old browser', {}, true, false],
  ['an address that was typed', browser('none'), true, false],
  ['a link on another site', browser('cross-site'), false, false],
  ['a link on another host of the domain', browser('same-site'), false, false],
  ['another site with the header', { ...browser('cross-site'), ...program }, false, false],
])('%s', async (_name, headers: Record<string, string>, mayTrace, mayShow) => {
  const asked = async (what: string) => (await app.request(`/${what}`, { headers })).status === 200;
  expect([await asked('elsewhere'), await asked('unproven')]).toEqual([mayTrace, mayShow]);
});
