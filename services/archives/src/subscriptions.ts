import { accountCreated, organizationMerged } from '@banyan/contracts/identity/events';
import { on, type Subscription } from '@banyan/service-kit/subscriptions';
import { endExtras } from './dossiers/on-organization-merged.ts';
import { mergeFieldsAndViews } from './fields/on-organization-merged.ts';
import { onAccountCreated } from './members/on-account-created.ts';
import { mergeFloating } from './registers/on-organization-merged.ts';
import { mergePeopleAndTransfers } from './transfers/on-organization-merged.ts';
import { moveRounds } from './verifications/on-organization-merged.ts';

/** Domains whose facts archives reacts to; the replica of the tree comes from identity as well. */
export const sources = ['identity'];

export const subscriptions: readonly Subscription[] = [
  on(accountCreated, 'members:account-created', (tx, account) => onAccountCreated(tx, account)),
  on(organizationMerged, 'members:organization-merged', (tx, merge, { time }) =>
    mergePeopleAndTransfers(tx, merge, time),
  ),
  on(organizationMerged, 'registers:organization-merged', (tx, merge) => mergeFloating(tx, merge)),
  on(organizationMerged, 'fields:organization-merged', (tx, merge) => mergeFieldsAndViews(tx, merge)),
  on(organizationMerged, 'dossiers:organization-merged', (tx, merge) => endExtras(tx, merge)),
  on(organizationMerged, 'verifications:organization-merged', (tx, merge) => moveRounds(tx, merge)),
];
