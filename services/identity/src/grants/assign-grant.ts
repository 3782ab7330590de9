import { AppError, notFound } from '@banyan/service-kit/error';
import type { IdempotencyKey } from '@banyan/service-kit/idempotency';
import type { Kit } from '@banyan/service-kit/kit';
import type { PathRange, Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import { accountInScope, accountNames } from '../accounts/account-table.ts';
import { findRole } from '../roles/role-table.ts';
import { announceAccess } from './access-table.ts';
import type { AssignGrant, GrantView } from './contract.ts';
import { checkAssignment, checkScopeShape, coversRange, rangesOf, unfit } from './grant.ts';
import { grantColumns, grantJoins, type GrantRow, grantView } from './grant-table.ts';

/** Gives an account a role somewhere. `scope` is where the granter may grant. */
export async function assignGrant(
  kit: Kit,
  scope: Scope,
  input: AssignGrant,
  idempotency: IdempotencyKey | null,
): Promise<GrantView> {
  checkScopeShape(input.scope);
  checkValidity(input);
  const write = kit.database.write(
    scope,
    async (tx) => {
      const account = await accountInScope(kit, tx, scope, input.accountId);
      const role = await findRole(tx, input.roleId);
      if (role === null)
        throw unfit([{ field: 'roleId', code: 'unknown', message: 'There is no such role.' }]);
      const ranges = reachOf(kit, scope, input, account.organizationId);
      checkAssignment({
        actorId: scope.actor.accountId,
        bySecurity: isSecurityAdministrator(kit, scope),
        account,
        role,
        ranges,
        held: (permission) => kit.authorizer.scopeFor(scope.actor, permission),
      });
      const id = uuidv7();
      await tx.sql`insert into grants ${tx.sql({
        id,
        account_id: account.id,
        role_id: role.id,
        administrator: role.administrator,
        mode: input.scope.mode,
        nodes: input.scope.nodes.toSorted(),
        valid_from: input.validFrom,
        valid_to: input.validTo,
        created_by: scope.actor.accountId,
      })}`;
      tx.audit({
        action: 'identity.grant.assign',
        entity: 'grant',
        subjectId: account.id,
        organizationId: account.organizationId,
        fields: ['role', 'scope', 'validFrom', 'validTo'],
        reason: role.name,
      });
      const access = await announceAccess(tx, account.id);
      const [row] = await tx.sql<
        GrantRow[]
      >`select ${grantColumns(tx.sql)} from ${grantJoins(tx.sql)} where g.id = ${id}`;
      if (row === undefined) throw notFound();
      return { row, access };
    },
    { idempotency },
  );
  const { row, access } = await write.catch(alreadyHeld);
  kit.access.put(access);
  return grantView(kit, scope.actor, row, await accountNames(kit, [row.createdBy]));
}

function checkValidity({ validFrom, validTo }: AssignGrant): void {
  if (validTo === null) return;
  if (Date.parse(validTo) <= (validFrom === null ? Date.now() : Date.parse(validFrom)))
    throw unfit([
      { field: 'validTo', code: 'too-early', message: 'It must end after it begins, and not in the past.' },
    ]);
}

/** The ranges of the grant, all of them within where the granter may grant; what lies beyond is unknown to the granter. */
function reachOf(kit: Kit, scope: Scope, input: AssignGrant, home: string): PathRange[] {
  const tree = kit.tree();
  const paths = input.scope.nodes.map((id) => tree.get(id)?.path ?? null);
  const errors = paths.flatMap((path, index) => {
    const known =
      path !== null && rangesOf(input.scope.mode, [path], path).every((r) => coversRange(scope, r));
    const field = `scope.nodes.${index}`;
    return known ? [] : [{ field, code: 'unknown', message: 'There is no such organization in your reach.' }];
  });
  if (errors.length > 0) throw unfit(errors);
  return rangesOf(input.scope.mode, paths as string[], tree.get(home)?.path ?? '');
}

function isSecurityAdministrator(kit: Kit, scope: Scope): boolean {
  const access = kit.access.access(scope.actor.accountId ?? '');
  return access?.grants.some(({ role }) => role === 'security-admin') === true;
}

function alreadyHeld(error: unknown): never {
  const { constraint_name: constraint } = (error ?? {}) as { constraint_name?: string };
  if (constraint === 'grants_once')
    throw new AppError('conflict', 'identity.grant-exists', 'The account holds this role there already.', {
      detail: 'Nothing was changed.',
    });
  if (constraint === 'grants_one_administrator')
    throw new AppError(
      'conflict',
      'identity.grant-one-administrator',
      'It is an administrator of another kind.',
      {
        detail: 'The three administrators exclude one another. Use an account of its own.',
      },
    );
  throw error;
}
