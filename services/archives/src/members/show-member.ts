import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { loadMember } from './load-member.ts';
import { memberReach } from './member-policy.ts';
import { recordResponse } from './record-response.ts';
import { memberView } from './show-views.ts';

/** One record, as its reader may see it. */
export async function showMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const scope = await authorize(kit, c, 'archives.member.read');
  const row = await loadMember(deps, scope, c.req.param('id') as string);
  const reach = memberReach(kit.authorizer, kit.tree(), scope.actor);
  return recordResponse(memberView(sealer, reach, row));
}
