import { AppError } from '@banyan/service-kit/error';

/** An account without what belongs to others: grants, credentials, sessions. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: 'person' | 'service';
  readonly administrator: boolean;
  readonly personId: string | null;
  readonly organizationId: string;
  readonly status: 'active' | 'disabled';
  /** Strangers are held back: for now nobody signs in but on a device that the account knows. */
  readonly locked: boolean;
  /** How many locks there are: of single addresses, devices and sessions, and of all strangers. */
  readonly locks: number;
  readonly lastSignInAt: string | null;
  readonly createdAt: string;
  readonly version: number;
}

/** What the list shows: an account that is disabled is not called locked as well. */
export function shownStatus(account: Pick<Account, 'status' | 'locked'>): 'active' | 'locked' | 'disabled' {
  if (account.status === 'disabled') return 'disabled';
  return account.locked ? 'locked' : 'active';
}

/** Nobody disables the own account, and each of the three administrators is kept at least once. */
export function checkDisable(
  account: Pick<Account, 'id'>,
  actorId: string | null,
  lastOf: string | null,
): void {
  if (account.id === actorId)
    throw new AppError('conflict', 'identity.account-own', 'You cannot disable your own account.', {
      detail: 'Ask another system administrator.',
    });
  if (lastOf !== null) throw lastAdministrator(lastOf);
}

export function lastAdministrator(role: string): AppError {
  return new AppError('conflict', 'identity.account-last-administrator', `This is the last ${role}.`, {
    detail: 'Appoint another one first.',
  });
}

/** An administrator is nobody of the group's people: whoever manages rights has none of the business. */
export function checkNewAccount(input: {
  readonly administrator: boolean;
  readonly kind: 'person' | 'service';
  readonly personId: string | null;
  readonly organizationId: string | null;
}): void {
  const refuse = (field: string, code: string, message: string): AppError =>
    new AppError('invalid', 'request.invalid', 'The request has values that cannot be used.', {
      errors: [{ field, code, message }],
    });
  if (input.personId !== null && (input.administrator || input.kind === 'service'))
    throw refuse('personId', 'not-allowed', 'Administrators and services are linked to no member.');
  if (input.administrator && input.kind === 'service')
    throw refuse('kind', 'not-allowed', 'An administrator is a person.');
  if (input.personId === null && input.organizationId === null)
    throw refuse('organizationId', 'required', 'Name the organization, or a member.');
  if (input.personId !== null && input.organizationId !== null)
    throw refuse('organizationId', 'not-allowed', "The home of a member's account follows the member.");
}
