import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { notFound } from '@banyan/service-kit/error';
import { holds, type Scope, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { fieldViewer, listAbilities, type ListAbility } from './field-views.ts';
import { fieldsAt, homeOf, topsOf } from './fields-in-sight.ts';
import { listFieldsQuerySchema } from './routes.ts';

/** The fields that people of an organization have, and where they come from. */
export async function listFields(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.member.read');
  const { organizationId, memberId, below } = parseQuery(c, listFieldsQuerySchema);
  const tree = kit.tree();
  if (organizationId !== undefined && !holds(scope, tree, organizationId)) throw notFound();
  const place = memberId === undefined ? organizationId : await homeOf(deps, scope, memberId);
  const heirs = place === undefined ? await topsOf(deps, scope) : [place];
  const seen = place === undefined ? scope : within(scope, tree, place);
  const asksBelow = below === 'true' || place === undefined;
  const fields = await kit.database.read(seen, (tx) => fieldsAt(deps, tx, heirs, asksBelow));
  const items = fields.map(fieldViewer(kit.authorizer, tree, scope.actor));
  return jsonResponse({
    items,
    total: items.length,
    totalIsExact: true,
    abilities: abilitiesAt(deps, scope, place),
  });
}

/** What the reader may do about the fields of one organization. */
function abilitiesAt({ kit }: Deps, { actor }: Scope, place: string | undefined): ListAbility[] {
  const settings = kit.authorizer.scopeFor(actor, 'archives.setting.update');
  return place !== undefined && settings !== null && holds(settings, kit.tree(), place)
    ? [...listAbilities]
    : [];
}
