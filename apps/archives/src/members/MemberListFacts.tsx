import { type Page, useActor, useNode, useOrganizations, useText } from '@banyan/ui-kit';
import { Navigate, useSearchParams } from 'react-router';
import type { MemberItem } from './member.ts';
import { memberTexts } from './member-texts.ts';

/** Whose people these are and how many. Somebody who sees nobody but themselves goes straight to that record. */
export function MemberListFacts({ page }: { page: Page<MemberItem> | undefined }) {
  const t = useText(memberTexts);
  const actor = useActor();
  const node = useNode();
  const [params] = useSearchParams();
  const { tree } = useOrganizations();
  const [only] = page?.items ?? [];
  if (page?.total === 1 && only && only.id === actor.personId && params.size === 0)
    return <Navigate to={`/archives/members/${only.id}`} replace />;
  const at = params.get('organizationId') ?? node ?? (actor.roots.length === 1 ? actor.roots[0] : null);
  const name = at ? tree?.byId.get(at)?.name : undefined;
  const total = page && t(page.totalIsExact === false ? 'totalMore' : 'total', { total: page.total });
  return <>{[name && t('scope', { name }), total].filter(Boolean).join(' · ')}</>;
}
