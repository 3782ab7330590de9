import { createHash, randomBytes } from 'node:crypto';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { type Scope, systemScope } from '@banyan/service-kit/scope';
import { accountInScope } from './account-table.ts';
import type { Invitation } from './contract.ts';

const hoursValid = 72;

export function linkHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A link that sets a password once. Earlier ones of the account stop working; only the hash is stored. */
export async function makeInvitation(kit: Kit, tx: WriteTransaction, accountId: string): Promise<Invitation> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(kit.clock.now().getTime() + hoursValid * 3_600_000).toISOString();
  await tx.sql`delete from one_time_links where account_id = ${accountId}`;
  await tx.sql`
    insert into one_time_links (hash, purpose, account_id, expires_at)
    values (${linkHash(token)}, 'password', ${accountId}, ${expiresAt})`;
  // After '#', so that no server on the way writes it to a log.
  return { path: `/invitation#${token}`, expiresAt };
}

export async function inviteAccount(kit: Kit, scope: Scope, id: string): Promise<Invitation> {
  return kit.database.write(scope, async (tx) => {
    const account = await accountInScope(kit, tx, scope, id);
    if (account.status === 'disabled')
      throw new AppError('conflict', 'identity.account-disabled', 'The account is disabled.', {
        detail: 'Enable it first.',
      });
    await tx.enter(systemScope('identity.account.invite'));
    const known = await tx.sql`select from passwords where account_id = ${id}`;
    if (account.administrator && known.length > 0)
      throw new AppError(
        'conflict',
        'identity.account-administrator-set',
        'This administrator has a password.',
        {
          detail: 'Nobody sets the password of another administrator. Create a new account instead.',
        },
      );
    tx.audit({
      action: 'identity.account.invite',
      entity: 'account',
      subjectId: id,
      organizationId: account.organizationId,
      version: account.version,
    });
    return makeInvitation(kit, tx, id);
  });
}
