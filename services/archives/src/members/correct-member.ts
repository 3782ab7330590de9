import { type AppContext, authorize, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { applyCorrection } from './apply-correction.ts';
import { lockVersion, refusingTwins } from './change-record.ts';
import { scopeOfMember } from './load-member.ts';
import { memberReach } from './member-policy.ts';
import { recordResponse } from './record-response.ts';
import { correctMemberSchema } from './routes.ts';
import { memberView } from './show-views.ts';

/** Sets fields of a record. Where somebody else was quicker, the sender is shown what changed. */
export async function correctMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const version = ifMatch(c);
  const correction = parseBody(correctMemberSchema, await jsonOf(c));
  const reach = memberReach(kit.authorizer, kit.tree(), scope.actor);

  const write = kit.database.write(scope, async (tx) => {
    const row = await lockVersion(deps, tx, id, version, reach);
    return memberView(sealer, reach, await applyCorrection(deps, tx, row, correction));
  });
  return recordResponse(await refusingTwins(write));
}
