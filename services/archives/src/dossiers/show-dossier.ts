import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { jsonResponse } from '../members/record-response.ts';
import { dossierReach } from './dossier-policy.ts';
import { loadDossier } from './load-dossier.ts';

/** What somebody's dossier is to hold, and what it holds. */
export async function showDossier(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const reach = dossierReach(kit.authorizer, kit.tree(), scope.actor);
  return jsonResponse(await kit.database.read(scope, (tx) => loadDossier(tx, reach, id, kit.clock.today())));
}
