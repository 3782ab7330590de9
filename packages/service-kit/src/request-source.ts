import { AppError } from './error.ts';
import type { AppContext } from './http-app.ts';

/**
 * For a read that leaves a trace or takes personal data out: a link on another site must not begin it in the reader's
 * name. `elsewhere` refuses what a browser says comes from another site, and lets old browsers and programs pass;
 * `unproven` refuses too what does not show that the console or a program sent it, such as an address that was typed.
 */
export function refuseSource(c: AppContext, what: 'elsewhere' | 'unproven'): void {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw fromElsewhere();
  if (what === 'elsewhere' || site === 'same-origin') return;
  // No form, link or picture sends a header of its own, and a script of another site would have to ask first.
  if (c.req.header('x-banyan-client') === undefined) throw fromElsewhere();
}

function fromElsewhere(): AppError {
  return new AppError('forbidden', 'request.from-elsewhere', 'A link cannot do this.', {
    detail: 'Begin it in the console, or send it from a program with the header X-Banyan-Client, or by POST.',
  });
}
