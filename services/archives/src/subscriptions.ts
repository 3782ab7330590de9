import {
  accountCreated,
  type OrganizationMerged,
  organizationMerged,
} from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import { on, type Subscription } from '@banyan/service-kit/subscriptions';
import { endExtras } from './dossiers/on-organization-merged.ts';
import { mergeFieldsAndViews } from './fields/on-organization-merged.ts';
import { onAccountCreated } from './members/on-account-created.ts';
import { mergeFloating } from './registers/on-organization-merged.ts';
import { mergePeopleAndTransfers } from './transfers/on-organization-merged.ts';
import { moveRounds } from './verifications/on-organization-merged.ts';

/** Domains whose facts archives reacts to; the replica of the tree comes from identity as well. */
export const sources = ['identity'];

/** What these facts say would hand people over to others, so each is a hint: identity is asked what is true. */
export function subscriptionsOf(kit: Kit): readonly Subscription[] {
  const onMerged = (
    name: string,
    handler: (tx: WriteTransaction, merge: OrganizationMerged, time: string) => Promise<void>,
  ): Subscription =>
    on(organizationMerged, name, async (tx, merge, { time }) => {
      const intoId = await kit.identity.mergedInto(merge.organization.id);
      if (intoId !== null) await handler(tx, { ...merge, intoId }, time);
    });
  return [
    on(accountCreated, 'members:account-created', async (tx, { accountId }) => {
      const { personId } = await kit.identity.access(accountId);
      await onAccountCreated(tx, { accountId, personId });
    }),
    onMerged('members:organization-merged', mergePeopleAndTransfers),
    onMerged('registers:organization-merged', mergeFloating),
    onMerged('fields:organization-merged', mergeFieldsAndViews),
    onMerged('dossiers:organization-merged', endExtras),
    onMerged('verifications:organization-merged', moveRounds),
  ];
}
