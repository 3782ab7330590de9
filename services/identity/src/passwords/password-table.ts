import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError, invalid } from '@banyan/service-kit/error';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { forgetDevices } from '../sessions/known-device.ts';
import { settingAt } from '../settings/setting-table.ts';
import { passwordErrors, passwordPolicies } from './password-policy.ts';

export interface PasswordOwner {
  readonly id: string;
  readonly username: string;
  readonly organizationId: string;
}

/** Judges a password by the policy of the account's organization and hashes it. Throws `invalid` for the field. */
export async function hashForOwner(
  { kit, passwords }: Pick<Deps, 'kit' | 'passwords'>,
  owner: Omit<PasswordOwner, 'id'> & { readonly id: string | null },
  password: string,
  field = 'password',
): Promise<string> {
  const policy = passwordPolicies[await settingAt(kit, owner.organizationId, 'identity.password-policy')];
  const errors = passwordErrors(policy, password, owner.username, field);
  if (errors.length > 0) throw unfit(errors);
  for (const former of await formerHashes({ kit }, owner.id, policy.remembered)) {
    if (await passwords.verify(former, password))
      throw unfit([{ field, code: 'used-before', message: `Not one of the last ${policy.remembered}.` }]);
  }
  return passwords.hash(password);
}

function unfit(errors: Parameters<typeof invalid>[2]): AppError {
  return invalid('identity.password-unfit', 'This password does not meet the rules.', errors);
}

async function formerHashes(
  { kit }: Pick<Deps, 'kit'>,
  accountId: string | null,
  count: number,
): Promise<string[]> {
  if (accountId === null || count === 0) return [];
  return kit.database.read(systemScope('identity.password.read'), async (tx) => {
    const [row] = await tx.sql<{ hash: string; former: string[] }[]>`
      select hash, former from passwords where account_id = ${accountId}`;
    return row === undefined ? [] : [row.hash, ...row.former].slice(0, count);
  });
}

/**
 * Stores the hash and keeps the last few, for policies that remember them. Devices that knew the former password are known no
 * longer. The lock on the account keeps a sign-in with the former one from ending after this.
 */
export async function storePassword(tx: WriteTransaction, accountId: string, hash: string): Promise<void> {
  await tx.sql`select from accounts where id = ${accountId} for no key update`;
  await tx.sql`
    insert into passwords as p (account_id, hash) values (${accountId}, ${hash})
    on conflict (account_id) do update set former = (array_prepend(p.hash, p.former))[1:10], hash = excluded.hash,
      set_at = now()`;
  await forgetDevices(tx, accountId);
}
