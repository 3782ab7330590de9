/**
 * What each role may do, written down from the table of roles in docs and not from the product's own list, so that a
 * permission that slips into a role is noticed here.
 */

const readTree = ['identity.organization.read'];

const records = [
  'archives.member.read',
  'archives.member.read-sensitive',
  'archives.member.create',
  'archives.member.update',
  'archives.member.import',
  'archives.member.export',
];

/** Moving people, their dossiers, what is proposed and asked, the registers: of the daily work of a branch. */
const daily = [
  'archives.transfer.read',
  'archives.transfer.create',
  'archives.transfer.receive',
  'archives.dossier.read',
  'archives.dossier.update',
  'archives.change-request.read',
  'archives.change-request.create',
  'archives.change-request.approve',
  'archives.verification.read',
  'archives.verification.answer',
  'archives.register.read',
  'archives.register.update',
  'archives.statistics.read',
];

export const permissionsOf = {
  // Accounts, the tree, dictionaries, connectors: no business data, no grants, no audit.
  'system-admin': [
    ...readTree,
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
  // Roles, grants, sessions, policies.
  'security-admin': [
    ...readTree,
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
  // Reads and verifies the audit trail, with the names of who is in it; changes nothing.
  'audit-admin': [...readTree, 'identity.account.read', 'identity.audit.read'],
  // Archives and affairs of a subtree, and whose account is whose in it.
  'organization-officer': [
    ...readTree,
    'identity.account.read',
    ...records,
    'archives.member.remove',
    ...daily,
    'archives.transfer.approve',
    'archives.verification.create',
    'archives.setting.update',
  ],
  // Everything of daily work in one branch; who leaves the roll is the officer's.
  'branch-secretary': [...readTree, ...records, ...daily],
  // Records meetings, activities, dues: needs to see who is in the branch.
  'branch-member': [...readTree, 'archives.member.read'],
  editor: readTree,
  publisher: readTree,
  trainer: readTree,
  'feedback-dispatcher': readTree,
  'feedback-handler': readTree,
  'opinion-analyst': readTree,
  // The own record: what is on it, where it goes, what is missing, and to propose a correction.
  member: [
    'archives.member.read',
    'archives.transfer.read',
    'archives.dossier.read',
    'archives.change-request.read',
    'archives.change-request.create',
  ],
  // And where it is in the tree: given with the record, at its branch.
  home: readTree,
} as const satisfies Record<string, readonly string[]> as Readonly<Record<RoleName, readonly string[]>>;

export type RoleName = (typeof administrators)[number] | (typeof businessRoles)[number] | 'member' | 'home';

export const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const;
export const businessRoles = [
  'organization-officer',
  'branch-secretary',
  'branch-member',
  'editor',
  'publisher',
  'trainer',
  'feedback-dispatcher',
  'feedback-handler',
  'opinion-analyst',
] as const;
