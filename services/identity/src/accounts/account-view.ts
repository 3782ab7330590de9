import type { Transaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import type { Actor } from '@banyan/service-kit/scope';
import { heldRoles } from '../grants/held-roles.ts';
import { instant, instantOrNull } from '../request.ts';
import { type Account, shownStatus } from './account.ts';
import { holdsAccount } from './account-table.ts';
import type { AccountView } from './contract.ts';

/** What this actor may do with the account. */
export function accountAbilitiesOf(kit: Kit, actor: Actor, account: Account): AccountView['abilities'] {
  const holds = (permission: string): boolean => {
    const scope = kit.authorizer.scopeFor(actor, permission);
    return scope !== null && holdsAccount(kit, scope, account);
  };
  const own = account.id === actor.accountId;
  const abilities: AccountView['abilities'] = [];
  if (holds('identity.account.update')) {
    if (account.status === 'disabled') abilities.push('enable');
    else abilities.push(...(own ? [] : (['disable'] as const)), 'invite');
    if (account.locks > 0) abilities.push('unlock');
  }
  if (!own && account.status === 'active' && holds('identity.grant.assign')) abilities.push('grant');
  if (own || holds('identity.session.remove')) abilities.push('end-sessions');
  return abilities;
}

export async function accountViews(
  kit: Kit,
  actor: Actor,
  tx: Transaction,
  accounts: readonly Account[],
): Promise<AccountView[]> {
  if (accounts.length === 0) return [];
  const roles = await heldRoles(kit, tx, accounts);
  return accounts.map((account) => ({
    id: account.id,
    username: account.username,
    displayName: account.displayName,
    kind: account.kind,
    administrator: account.administrator,
    personId: account.personId,
    organizationId: account.organizationId,
    organizationName: kit.tree().get(account.organizationId)?.name ?? '',
    status: shownStatus(account),
    locks: account.locks,
    roles: roles.get(account.id) ?? [],
    lastSignInAt: instantOrNull(account.lastSignInAt),
    createdAt: instant(account.createdAt),
    version: account.version,
    abilities: accountAbilitiesOf(kit, actor, account),
  }));
}

export async function accountView(
  kit: Kit,
  actor: Actor,
  tx: Transaction,
  account: Account,
): Promise<AccountView> {
  const [view] = await accountViews(kit, actor, tx, [account]);
  return view as AccountView;
}
