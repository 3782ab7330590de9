/** What identity lets an account do. `<domain>.<entity>.<verb>`; ids are never used again for another meaning. */
export const identityPermissions = [
  'identity.organization.read',
  'identity.organization.create',
  'identity.organization.update',
  'identity.organization.remove',
  'identity.account.read',
  'identity.account.create',
  'identity.account.update',
  'identity.role.read',
  'identity.role.update',
  'identity.grant.read',
  'identity.grant.assign',
  'identity.session.read',
  'identity.session.remove',
  'identity.setting.read',
  'identity.setting.update',
  'identity.policy.update',
  'identity.audit.read',
  'identity.dead-letter.read',
  'identity.dead-letter.replay',
] as const;

export type IdentityPermission = (typeof identityPermissions)[number];
