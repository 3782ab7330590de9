import { archivesPermissions } from '@banyan/contracts/archives/permissions';
import { gatewayPermissions } from '@banyan/contracts/gateway/permissions';
import { identityPermissions } from '@banyan/contracts/identity/permissions';
import { AppError, invalid } from '@banyan/service-kit/error';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly shipped: boolean;
  readonly administrator: boolean;
  readonly permissions: readonly string[];
  readonly version: number;
}

/** What stays with the three administrators: in another role it would put their thirds together. */
const reserved: readonly string[] = [
  'identity.account.create',
  'identity.account.update',
  'identity.role.update',
  'identity.session.read',
  'identity.session.remove',
  'identity.policy.update',
  'identity.audit.read',
];

/** What a role of the enterprise's own may hold. */
export const assignablePermissions: readonly string[] = [
  ...identityPermissions,
  ...archivesPermissions,
  ...gatewayPermissions,
].filter((permission) => !reserved.includes(permission));

export function checkPermissions(permissions: readonly string[]): void {
  const errors = permissions.flatMap((permission, index) =>
    assignablePermissions.includes(permission)
      ? []
      : [
          {
            field: `permissions.${index}`,
            code: reserved.includes(permission) ? 'reserved' : 'unknown',
            message: reserved.includes(permission)
              ? 'Only the administrators that ship hold this.'
              : 'There is no such permission.',
          },
        ],
  );
  if (errors.length > 0)
    throw invalid('identity.role-permissions', 'A role cannot hold all of these permissions.', errors);
}

/** What ships stays as it is, so that its name means the same everywhere. */
export function checkChange(role: Role): void {
  if (role.shipped)
    throw new AppError('conflict', 'identity.role-shipped', 'Roles that ship cannot be changed.', {
      detail: 'Make a copy, and change that.',
    });
}
