import type { ArchivesPermission } from '@banyan/contracts/archives/permissions';
import type { IdentityPermission } from '@banyan/contracts/identity/permissions';

export type Permission = IdentityPermission | ArchivesPermission;

/** What ships. The names are in the database; the permissions are written there when the service starts. */
export const shippedRoles: Readonly<Record<string, readonly Permission[]>> = {
  'system-admin': [
    'identity.organization.read',
    'identity.organization.create',
    'identity.organization.update',
    'identity.organization.remove',
    'identity.account.read',
    'identity.account.create',
    'identity.account.update',
    'identity.setting.read',
    'identity.setting.update',
    'identity.dead-letter.read',
    'identity.dead-letter.replay',
    'archives.dead-letter.read',
    'archives.dead-letter.replay',
  ],
  'security-admin': [
    'identity.organization.read',
    'identity.account.read',
    'identity.role.read',
    'identity.role.update',
    'identity.grant.read',
    'identity.grant.assign',
    'identity.session.read',
    'identity.session.remove',
    'identity.setting.read',
    'identity.policy.update',
  ],
  'audit-admin': ['identity.organization.read', 'identity.account.read', 'identity.audit.read'],
  'organization-officer': [
    'identity.organization.read',
    'identity.account.read',
    'archives.member.read',
    'archives.member.read-sensitive',
    'archives.member.create',
    'archives.member.update',
    'archives.member.remove',
    'archives.member.import',
    'archives.member.export',
  ],
  'branch-secretary': [
    'identity.organization.read',
    'archives.member.read',
    'archives.member.read-sensitive',
    'archives.member.create',
    'archives.member.update',
    'archives.member.import',
    'archives.member.export',
  ],
  'branch-member': ['identity.organization.read', 'archives.member.read'],
  editor: ['identity.organization.read'],
  publisher: ['identity.organization.read'],
  trainer: ['identity.organization.read'],
  'feedback-dispatcher': ['identity.organization.read'],
  'feedback-handler': ['identity.organization.read'],
  'opinion-analyst': ['identity.organization.read'],
  // For oneself. The branch that a member sees in the tree comes with the account's home, not with the role.
  member: ['archives.member.read'],
};
