import type { DemoMember } from './member.ts';
import type { DemoOrganization } from './organization.ts';
import { stableId } from './stable-id.ts';

/** Shown on the sign-in page while the demonstration data is loaded; no other account has a password. */
export const demoPassword = 'Banyan-demo-2026';

export type NamedScope = 'self' | 'node' | 'subtree';

export interface NamedAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly scope: NamedScope;
  /** The node of the scope; null for `self`. */
  readonly organization: string | null;
  /** False for the three administrators, who are nobody of the group's people. */
  readonly isPerson: boolean;
}

const group = '示范油田公司党委';

export const namedAccounts: readonly NamedAccount[] = [
  person('officer', '周文静', 'organization-officer', 'subtree', group),
  person('unit', '吴晓峰', 'organization-officer', 'subtree', '采油一厂党委'),
  person('secretary', '林志强', 'branch-secretary', 'node', '采油一厂采油一队党支部'),
  person('member', '赵建国', 'member', 'self', null),
  person('editor', '沈雨桐', 'editor', 'subtree', group),
  person('publisher', '许国平', 'publisher', 'subtree', group),
  person('trainer', '郑丽娟', 'trainer', 'subtree', group),
  person('dispatcher', '韩敏', 'feedback-dispatcher', 'subtree', group),
  person('handler', '曹永军', 'feedback-handler', 'subtree', '物业管理公司党委'),
  person('analyst', '何思源', 'opinion-analyst', 'subtree', group),
  administrator('system', '系统管理员', 'system-admin'),
  administrator('security', '安全管理员', 'security-admin'),
  administrator('auditor', '审计管理员', 'audit-admin'),
];

function person(
  username: string,
  displayName: string,
  role: string,
  scope: NamedScope,
  organization: string | null,
): NamedAccount {
  return { username, displayName, role, scope, organization, isPerson: true };
}

function administrator(username: string, displayName: string, role: string): NamedAccount {
  return { username, displayName, role, scope: 'subtree', organization: group, isPerson: false };
}

/** Where an account's grant holds. A group too small for the unit named has the grant at its root. */
export function scopeNode(
  account: NamedAccount,
  organizations: readonly DemoOrganization[],
): DemoOrganization | null {
  if (account.organization === null) return null;
  return organizations.find(({ name }) => name === account.organization) ?? organizations[0] ?? null;
}

export interface DemoAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly memberId: string | null;
  readonly organizationId: string | null;
  /** The named account it is, if it is one: then it has a password. */
  readonly named: NamedAccount | null;
}

const namedByUsername = new Map(namedAccounts.map((account) => [account.username, account]));

/** The account of a member: everybody in good standing of the probationary and full has one. */
export function accountOf(seed: string, member: DemoMember): DemoAccount | null {
  const belongs = member.stage === 'probationary' || member.stage === 'full';
  if (!belongs || member.state !== 'active') return null;
  return {
    id: stableId(seed, 'account', member.index),
    username: member.account ?? member.code.toLowerCase(),
    displayName: member.name,
    memberId: member.id,
    organizationId: member.organizationId,
    named: member.account === null ? null : (namedByUsername.get(member.account) ?? null),
  };
}

/** Accounts of the three administrators. */
export function administratorAccounts(seed: string, groupId: string): DemoAccount[] {
  return namedAccounts
    .filter(({ isPerson }) => !isPerson)
    .map((named, index) => ({
      id: stableId(seed, 'administrator', index),
      username: named.username,
      displayName: named.displayName,
      memberId: null,
      organizationId: groupId,
      named,
    }));
}
