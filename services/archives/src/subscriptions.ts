import { accountCreated } from '@banyan/contracts/identity/events';
import { on, type Subscription } from '@banyan/service-kit/subscriptions';
import { onAccountCreated } from './members/on-account-created.ts';

/** Domains whose facts archives reacts to; the replica of the tree comes from identity as well. */
export const sources = ['identity'];

export const subscriptions: readonly Subscription[] = [
  on(accountCreated, 'members:account-created', (tx, account) => onAccountCreated(tx, account)),
];
