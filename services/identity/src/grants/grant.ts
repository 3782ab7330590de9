import type { GrantScope } from '@banyan/contracts/access';
import { AppError, type FieldError, invalid } from '@banyan/service-kit/error';
import { nodeRange, type PathRange, type Scope, subtreeRange } from '@banyan/service-kit/scope';
import { memberRole } from './access.ts';

/** True when a scope holds everything in a range, and not only its beginning. */
export function coversRange(scope: Pick<Scope, 'whole' | 'ranges'>, range: PathRange): boolean {
  if (scope.whole) return true;
  return scope.ranges.some(({ low, high }) => low <= range.low && range.high <= high);
}

/** What a grant reaches on the tree. For `self` it is the home of the account, which its own record is in. */
export function rangesOf(mode: GrantScope['mode'], paths: readonly string[], homePath: string): PathRange[] {
  if (mode === 'self') return [nodeRange(homePath)];
  return paths.map((path) => (mode === 'subtree' ? subtreeRange(path) : nodeRange(path)));
}

export function checkScopeShape(scope: GrantScope): void {
  const count = scope.nodes.length;
  const fits = scope.mode === 'self' ? count === 0 : scope.mode === 'node' ? count === 1 : count >= 1;
  if (!fits)
    throw unfit([
      { field: 'scope.nodes', code: 'wrong-count', message: 'self: none; node: one; else at least one.' },
    ]);
  if (new Set(scope.nodes).size !== count)
    throw unfit([{ field: 'scope.nodes', code: 'repeated', message: 'Name each organization once.' }]);
}

export function unfit(errors: readonly FieldError[]): AppError {
  return invalid('request.invalid', 'The request has values that cannot be used.', errors);
}

export interface Assignment {
  readonly actorId: string | null;
  /** True for a security administrator, who grants the business's roles without holding them. */
  readonly bySecurity: boolean;
  readonly account: { readonly id: string; readonly administrator: boolean };
  readonly role: {
    readonly id: string;
    readonly administrator: boolean;
    readonly permissions: readonly string[];
  };
  readonly ranges: readonly PathRange[];
  /** Where the granter holds a permission; null for nowhere. */
  readonly held: (permission: string) => Pick<Scope, 'whole' | 'ranges'> | null;
}

function refuse(code: string, title: string, detail: string, errors: readonly FieldError[] = []): AppError {
  return new AppError('conflict', `identity.grant-${code}`, title, { detail, errors });
}

/** Nobody grants to themselves, and nobody what they do not hold or beyond where they hold it. */
export function checkAssignment(assignment: Assignment): void {
  const { actorId, bySecurity, account, role, ranges, held } = assignment;
  if (account.id === actorId)
    throw refuse('to-self', 'You cannot grant anything to yourself.', 'Ask another security administrator.');
  if (role.id === memberRole)
    throw refuse('member', 'Every member holds this role already.', 'Nothing was changed.');
  if (role.administrator !== account.administrator)
    throw refuse(
      'administrators-apart',
      'Administrators and everybody else hold different roles.',
      role.administrator
        ? 'Give it to an account that was made for an administrator.'
        : 'An administrator holds no role of the business.',
    );
  if (bySecurity) return;
  if (role.administrator)
    throw refuse('administrator', 'Only a security administrator appoints administrators.', 'Ask one.');
  const missing = role.permissions.filter((permission) => {
    const scope = held(permission);
    return scope === null || !ranges.every((range) => coversRange(scope, range));
  });
  if (missing.length > 0)
    throw refuse(
      'not-held',
      'You do not hold all of this role there yourself.',
      'Choose a role or a place within your own.',
      missing.map((permission) => ({ field: 'roleId', code: 'not-held', message: permission })),
    );
}
