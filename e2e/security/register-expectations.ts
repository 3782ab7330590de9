import { type Expectation, placed, record, whole } from './rules.ts';

const read = 'archives.register.read';
const update = 'archives.register.update';
const base = '/api/archives/registers';

/** Lists of registers that nobody of the cast is in: the permission decides whether there is an answer. */
const seen = whole(read, 200);
/** An entry that there is not: whoever holds the permission learns no more than that. */
const noEntry = (permission: string): Expectation => whole(permission, 404);

/** The routes of the registers. */
export const registerExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  [`GET ${base}/counts`]: [seen],
  [`GET ${base}/due`]: [seen],
  [`GET ${base}/floating`]: [seen],
  [`GET ${base}/reductions`]: [seen],
  [`GET ${base}/out-of-contact`]: [seen],
  [`GET ${base}/floating/{id}`]: [noEntry(read)],
  [`PATCH ${base}/floating/{id}`]: [noEntry(update)],
  [`POST ${base}/floating/{id}/contacts`]: [noEntry(update)],
  [`POST ${base}/floating/{id}/close`]: [noEntry(update)],
  [`POST ${base}/floating/{id}/unmask`]: [noEntry('archives.member.read-sensitive')],
  [`POST ${base}/outflows`]: [placed('person', update, 400, { body: { memberId: '{id}' } })],
  [`POST ${base}/inflows`]: [placed('node', update, 400, { body: { organizationId: '{id}' } })],
  [`GET ${base}/out-of-contact/{id}`]: [record('person', read, 200)],
  [`POST ${base}/out-of-contact/{id}/searches`]: [record('person', update, 400, { body: {} })],
};
