import type { IdentitySchemas } from '@banyan/api-client/identity';
import type { ListQuery } from '@banyan/ui-kit';

export type AuditEntry = IdentitySchemas['AuditEntry'];

export const periods = ['today', 'week', 'month', 'quarter'] as const;
type Period = (typeof periods)[number];
const days: Record<Period, number> = { today: 0, week: 6, month: 29, quarter: 89 };

/** What the service is asked: the period as the instant at which its first day began here. */
export function auditQuery(
  { period, sort: _sort, ...query }: ListQuery,
  now: Date,
): Omit<ListQuery, 'period'> {
  if (!isPeriod(period)) return query as ListQuery;
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days[period]);
  return { ...query, from: from.toISOString() } as ListQuery;
}

function isPeriod(value: unknown): value is Period {
  return periods.includes(value as Period);
}

const pages: Record<string, { path: string; permission: string }> = {
  member: { path: '/archives/members/', permission: 'archives.member.read' },
  account: { path: '/identity/accounts/', permission: 'identity.account.read' },
  organization: { path: '/identity/organizations/', permission: 'identity.organization.read' },
};

/** Where the record of an entry is shown, and what one must hold to see it. */
export function pageOfSubject(entry: AuditEntry): { path: string; permission: string } | null {
  const page = pages[entry.entity];
  return page && entry.subject ? { ...page, path: page.path + entry.subject.id } : null;
}
