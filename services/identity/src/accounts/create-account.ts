import { accountCreated } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError, invalid } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { holds, type Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import { nextAccessRevision } from '../grants/access-table.ts';
import { findPerson } from '../people/people-table.ts';
import { checkNewAccount } from './account.ts';
import { accountInScope } from './account-table.ts';
import { accountView } from './account-view.ts';
import type { AccountView, CreateAccount, Invitation } from './contract.ts';
import { makeInvitation } from './invite-account.ts';

/**
 * An account without a password, and the link that sets one. What it may do is granted by another administrator. No answer
 * is kept for an Idempotency-Key, since it holds the link: the username alone keeps a repetition from making two.
 */
export async function createAccount(
  kit: Kit,
  scope: Scope,
  input: CreateAccount,
): Promise<AccountView & { invitation: Invitation }> {
  checkNewAccount(input);
  const write = kit.database.write(scope, async (tx) => {
    const { organizationId, displayName } = await homeOf(kit, tx, scope, input);
    const id = uuidv7();
    const revision = await nextAccessRevision(tx);
    await tx.sql`insert into accounts ${tx.sql({
      id,
      username: input.username,
      display_name: displayName,
      kind: input.kind,
      administrator: input.administrator,
      person_id: input.personId,
      organization_id: organizationId,
      access_revision: revision,
    })}`;
    tx.audit({
      action: 'identity.account.create',
      entity: 'account',
      subjectId: id,
      organizationId,
      fields: ['username', 'displayName', 'kind', 'administrator', 'personId'],
      version: 1,
    });
    tx.emit(accountCreated, id, { accountId: id, personId: input.personId, version: 1 });
    const view = await accountView(kit, scope.actor, tx, await accountInScope(kit, tx, scope, id));
    return { ...view, invitation: await makeInvitation(kit, tx, id) };
  });
  return write.catch(taken);
}

/** Where the account belongs: with its member, or at the organization named. */
async function homeOf(kit: Kit, tx: WriteTransaction, scope: Scope, input: CreateAccount) {
  const unknown = (field: string): AppError =>
    invalid('request.invalid', 'The request has values that cannot be used.', [
      { field, code: 'unknown', message: 'There is no such record in your reach.' },
    ]);
  if (input.personId !== null) {
    const person = await findPerson(tx, input.personId);
    if (person === null || !holds(scope, kit.tree(), person.organizationId)) throw unknown('personId');
    return { organizationId: person.organizationId, displayName: input.displayName ?? person.name };
  }
  const organizationId = input.organizationId as string;
  if (!holds(scope, kit.tree(), organizationId)) throw unknown('organizationId');
  return { organizationId, displayName: input.displayName ?? input.username };
}

function taken(error: unknown): never {
  const { constraint_name: constraint } = (error ?? {}) as { constraint_name?: string };
  const field =
    constraint === 'accounts_username_key'
      ? 'username'
      : constraint === 'accounts_person_id_key'
        ? 'personId'
        : null;
  if (field === null) throw error;
  const title = field === 'username' ? 'This username is taken.' : 'This member has an account already.';
  throw new AppError(
    'conflict',
    `identity.account-${field === 'username' ? 'username' : 'person'}-taken`,
    title,
    {
      detail: field === 'username' ? 'Choose another one.' : 'Open that account instead.',
      errors: [{ field, code: 'taken', message: title }],
    },
  );
}
