import type { Expectation } from './expectations.ts';

const read = 'archives.register.read';
const update = 'archives.register.update';
const base = '/api/archives/registers';

/** Lists of registers that nobody of the cast is in: the permission decides whether there is an answer. */
const list: Expectation = { rule: 'whole', permission: read, inside: 200, way: {} };
/** An entry that there is not: whoever holds the permission learns no more than that. */
const noEntry = (permission: string): Expectation => ({ rule: 'whole', permission, inside: 404, way: {} });

/** The routes of the registers. */
export const registerExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  [`GET ${base}/counts`]: [list],
  [`GET ${base}/due`]: [list],
  [`GET ${base}/floating`]: [list],
  [`GET ${base}/reductions`]: [list],
  [`GET ${base}/out-of-contact`]: [list],
  [`GET ${base}/floating/{id}`]: [noEntry(read)],
  [`PATCH ${base}/floating/{id}`]: [noEntry(update)],
  [`POST ${base}/floating/{id}/contacts`]: [noEntry(update)],
  [`POST ${base}/floating/{id}/close`]: [noEntry(update)],
  [`POST ${base}/floating/{id}/unmask`]: [noEntry('archives.member.read-sensitive')],
  [`POST ${base}/outflows`]: [
    { rule: 'placed', of: 'person', permission: update, inside: 400, way: { body: { memberId: '{id}' } } },
  ],
  [`POST ${base}/inflows`]: [
    {
      rule: 'placed',
      of: 'node',
      permission: update,
      inside: 400,
      way: { body: { organizationId: '{id}' } },
    },
  ],
  [`GET ${base}/out-of-contact/{id}`]: [
    { rule: 'record', of: 'person', permission: read, inside: 200, way: {} },
  ],
  [`POST ${base}/out-of-contact/{id}/searches`]: [
    { rule: 'record', of: 'person', permission: update, inside: 400, way: { body: {} } },
  ],
};
