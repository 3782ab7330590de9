import { type Expectation, placed, record, whole } from './rules.ts';

const requests = '/api/archives/change-requests';
const rounds = '/api/archives/verifications';
const request = (verb: string): string => `archives.change-request.${verb}`;
const round = (verb: string): string => `archives.verification.${verb}`;

/** What has been proposed for everybody on the stage is decided, so that no request changes it. */
export const changeRequestExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  [`GET ${requests}`]: [whole(request('read'), 200)],
  [`POST ${requests}`]: [placed('person', request('create'), 400, { body: { memberId: '{id}' } })],
  [`GET ${requests}/{id}`]: [record('proposal', request('read'), 200)],
  [`POST ${requests}/{id}/decide`]: [record('proposal', request('approve'), 400, { body: {} })],
  [`POST ${requests}/{id}/withdraw`]: [record('proposal', request('create'), 409)],
  [`POST ${requests}/{id}/unmask`]: [record('proposal', 'archives.member.read-sensitive', 400, { body: {} })],
};

/** A round goes down from each node of the stage, and is closed: it is seen there and by whoever is asked below. */
export const verificationExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  [`GET ${rounds}`]: [whole(round('read'), 200)],
  // Whoever may open one there is told that a round needs a title and a day.
  [`POST ${rounds}`]: [placed('node', round('create'), 400, { body: { organizationId: '{id}' } })],
  [`GET ${rounds}/{id}`]: [record('round', round('read'), 200)],
  [`GET ${rounds}/{id}/progress`]: [record('round', round('read'), 200)],
  [`GET ${rounds}/{id}/people`]: [record('round', round('read'), 400)],
  [`PATCH ${rounds}/{id}`]: [record('own-round', round('create'), 428, { body: { title: '无' } })],
  [`POST ${rounds}/{id}/close`]: [record('own-round', round('create'), 409)],
  [`POST ${rounds}/{id}/remind`]: [record('round', round('create'), 400, { body: {} })],
  [`POST ${rounds}/{id}/answers`]: [record('round', round('answer'), 400, { body: {} })],
};
