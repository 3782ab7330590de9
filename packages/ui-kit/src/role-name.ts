import type { LocaleId } from './locale.tsx';

/** Roles that ship, in English; the service names every role in Chinese, copies included. */
const shipped: Record<string, string> = {
  'system-admin': 'System administrator',
  'security-admin': 'Security administrator',
  'audit-admin': 'Audit administrator',
  'organization-officer': 'Organization officer',
  'branch-secretary': 'Branch secretary',
  'branch-member': 'Branch committee member',
  editor: 'Editor',
  publisher: 'Publisher',
  trainer: 'Trainer',
  'feedback-dispatcher': 'Feedback dispatcher',
  'feedback-handler': 'Feedback handler',
  'opinion-analyst': 'Opinion analyst',
  member: 'Member',
};

/** For display only: what somebody may do never hangs on a role's name. */
export function roleName(role: { id: string; name: string }, locale: LocaleId): string {
  return locale === 'en-US' ? (shipped[role.id] ?? role.name) : role.name;
}
