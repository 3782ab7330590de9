import { AppError, notFound } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { type Actor, holds, type Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import { memberRole } from '../grants/access.ts';
import type { RoleView } from './contract.ts';
import { checkChange, checkPermissions, type Role } from './role.ts';
import { allRoles, findRole, storeRole } from './role-table.ts';

export function roleView(kit: Kit, actor: Actor, role: Role): RoleView {
  const abilities: RoleView['abilities'] = [];
  const update = kit.authorizer.scopeFor(actor, 'identity.role.update');
  if (update !== null && isEnterpriseWide(kit, update)) {
    if (!role.administrator) abilities.push('copy');
    if (!role.shipped) abilities.push('update');
  }
  if (role.id !== memberRole && kit.authorizer.scopeFor(actor, 'identity.grant.assign') !== null)
    abilities.push('assign');
  return { ...role, permissions: [...role.permissions], abilities };
}

export async function listRoles(kit: Kit, scope: Scope): Promise<RoleView[]> {
  const roles = await kit.database.read(scope, allRoles);
  return roles.map((role) => roleView(kit, scope.actor, role));
}

/** Roles are the whole enterprise's, so that only whoever holds the root may change them. */
function isEnterpriseWide(kit: Kit, scope: Scope): boolean {
  const { rootId } = kit.tree();
  return scope.whole || (rootId !== null && holds(scope, kit.tree(), rootId));
}

function checkEnterpriseWide(kit: Kit, scope: Scope): void {
  if (!isEnterpriseWide(kit, scope))
    throw new AppError(
      'forbidden',
      'identity.role-enterprise-wide',
      'Roles belong to the whole enterprise.',
      {
        detail: 'Ask a security administrator of the enterprise.',
      },
    );
}

export interface RoleInput {
  readonly name: string;
  readonly permissions: readonly string[];
}

export type RoleChange = { readonly [Key in keyof RoleInput]?: RoleInput[Key] | undefined };

export async function createRole(
  kit: Kit,
  scope: Scope,
  { name, permissions }: RoleInput,
): Promise<RoleView> {
  checkEnterpriseWide(kit, scope);
  checkPermissions(permissions);
  const role: Role = {
    id: uuidv7(),
    name,
    shipped: false,
    administrator: false,
    permissions: [...new Set(permissions)].toSorted(),
    version: 1,
  };
  const write = kit.database.write(scope, async (tx) => {
    await tx.sql`
      insert into roles (id, name, permissions) values (${role.id}, ${name}, ${[...role.permissions]}::text[])`;
    audit(tx, 'create', role);
  });
  await write.catch(nameTaken);
  return roleView(kit, scope.actor, role);
}

export async function changeRole(
  kit: Kit,
  scope: Scope,
  { id, version, input }: { readonly id: string; readonly version: number; readonly input: RoleChange },
): Promise<RoleView> {
  checkEnterpriseWide(kit, scope);
  const write = kit.database.write(scope, async (tx) => {
    await tx.sql`select from access_counters for update`;
    const role = await findRole(tx, id);
    if (role === null) throw notFound();
    checkChange(role);
    if (input.permissions !== undefined) checkPermissions(input.permissions);
    if (role.version !== version) {
      throw new AppError('stale', 'record.stale', 'Somebody changed this role in the meantime.', {
        detail: 'Look at what changed, then send your change for the current version.',
        extensions: { current: roleView(kit, scope.actor, role), changed: ['name', 'permissions'] },
      });
    }
    const next: Role = {
      ...role,
      name: input.name ?? role.name,
      permissions: [...new Set(input.permissions ?? role.permissions)].toSorted(),
      version: version + 1,
    };
    const accesses = await storeRole(tx, next);
    audit(tx, 'update', next);
    return { next, accesses };
  });
  const { next, accesses } = await write.catch(nameTaken);
  for (const access of accesses) kit.access.put(access);
  return roleView(kit, scope.actor, next);
}

function audit(
  tx: { audit: Parameters<Parameters<Kit['database']['write']>[1]>[0]['audit'] },
  verb: 'create' | 'update',
  role: Role,
): void {
  tx.audit({
    action: `identity.role.${verb}`,
    entity: 'role',
    subjectId: role.shipped ? null : role.id,
    organizationId: null,
    fields: ['name', 'permissions'],
    version: role.version,
    reason: role.name,
  });
}

function nameTaken(error: unknown): never {
  if ((error as { constraint_name?: string } | null)?.constraint_name !== 'roles_name_key') throw error;
  throw new AppError('conflict', 'identity.role-name-taken', 'Another role has this name.', {
    detail: 'Choose another name.',
    errors: [{ field: 'name', code: 'taken', message: 'Another role has this name.' }],
  });
}
