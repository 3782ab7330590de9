import type { Entitlement, TransferExpectation } from './check-transfer.ts';
import { type Expectation, placed, type Way, whole } from './rules.ts';

const base = '/api/archives/transfers';
const permission = (verb: string): string => `archives.transfer.${verb}`;
const at = (end: 'from' | 'to', verb: string): Entitlement => ({ permission: permission(verb), end });

/** Whoever holds either end, and the person. */
const reader = { entitled: [at('from', 'read'), at('to', 'read')], own: permission('read') };
const seen = (inside: number, way: Way = {}, group = false): TransferExpectation => ({
  rule: 'transfer',
  ...reader,
  inside,
  way,
  group,
});

/** Who may do each act in some state of the transfer. */
const entitledTo: Readonly<Record<string, readonly Entitlement[]>> = {
  approve: [at('from', 'approve')],
  resume: [at('from', 'approve')],
  reject: [at('from', 'approve'), at('to', 'receive')],
  receive: [at('to', 'receive')],
  cancel: [at('from', 'create')],
  receipt: [at('from', 'create')],
};
/** 400: let in, and told that there is no such field, which changes nothing. */
const act = (entitled: readonly Entitlement[], group: boolean): TransferExpectation => ({
  rule: 'transfer',
  entitled,
  inside: 400,
  way: { body: { unheardOf: true } },
  group,
});

/** The routes of transfers. Their people have each applied to go somewhere: see `destinations` of tree.ts. */
export const transferExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  [`GET ${base}`]: [{ rule: 'transfer-list', permission: permission('read') }],
  [`GET ${base}/due`]: [whole(permission('read'), 200)],
  [`GET ${base}/destinations`]: [whole(permission('create'), 200)],
  [`POST ${base}`]: [
    placed('person', permission('create'), 400, { body: { memberId: '{id}' } }),
    placed('node', permission('create'), 400, { body: { fromOutside: {}, toOrganizationId: '{id}' } }),
  ],
  [`POST ${base}/groups`]: [
    placed('person', permission('create'), 400, { body: { memberIds: ['{id}'] } }),
    placed('node', permission('create'), 400, { body: { fromOrganizationId: '{id}' } }),
  ],
  [`GET ${base}/{id}`]: [seen(200)],
  [`GET ${base}/groups/{id}`]: [seen(200, {}, true)],
  // Nothing is printed before the letter is issued.
  [`GET ${base}/{id}/letter.docx`]: [seen(409)],
  [`GET ${base}/{id}/letter.pdf`]: [seen(409)],
  ...Object.fromEntries(
    Object.entries(entitledTo).flatMap(([verb, entitled]) => [
      [`POST ${base}/{id}/${verb}`, [act(entitled, false)]],
      [`POST ${base}/groups/{id}/${verb}`, [act(entitled, true)]],
    ]),
  ),
};
