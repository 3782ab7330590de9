import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { notFound } from '@banyan/service-kit/error';
import { holds, type Scope, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { jsonResponse } from '../members/record-response.ts';
import type { CustomField } from './custom-field.ts';
import { inheritedFields, inOrder } from './effective-fields.ts';
import { fieldColumns } from './field-table.ts';
import { fieldViewer, listAbilities, type ListAbility } from './field-views.ts';
import { listFieldsQuerySchema } from './routes.ts';

const ownText = `select ${fieldColumns('f')} from custom_fields f`;

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
  const fields = await kit.database.read(seen, async (tx) => {
    const inherited: readonly CustomField[] = await inheritedFields(tx, heirs);
    const own = asksBelow ? await tx.sql.unsafe<CustomField[]>(ownText) : [];
    return new Map([...inherited, ...own].map((field) => [field.id, field]));
  });
  const items = inOrder([...fields.values()], tree).map(fieldViewer(kit.authorizer, tree, scope.actor));
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

/** The organization of a record in sight. */
async function homeOf(deps: Deps, scope: Scope, memberId: string): Promise<string> {
  const { organizationId } = await scopeOfMember(deps, scope, memberId);
  if (organizationId === null) throw notFound();
  return organizationId;
}

/** The topmost organizations of a scope: whatever applies below is theirs, inherited, or owned within it. */
async function topsOf(deps: Deps, scope: Scope): Promise<string[]> {
  const tree = deps.kit.tree();
  if (scope.whole) return tree.rootId === null ? [] : [tree.rootId];
  const tops = scope.ranges.map((range) => tree.first(range)?.id).filter((id) => id !== undefined);
  const own = scope.personId === null ? [] : [await homeOf(deps, scope, scope.personId)];
  return [...tops, ...own];
}
