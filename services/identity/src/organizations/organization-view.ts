import type { Kit } from '@banyan/service-kit/kit';
import { type Actor, holdsPath } from '@banyan/service-kit/scope';
import type { OrganizationView } from './contract.ts';
import type { Organization } from './organization.ts';

/** What this actor may do with the organization, as verbs that the console shows buttons for. */
export function organizationAbilitiesOf(
  kit: Kit,
  actor: Actor,
  organization: Organization,
): OrganizationView['abilities'] {
  if (organization.status !== 'active') return [];
  const holds = (permission: string): boolean => {
    const scope = kit.authorizer.scopeFor(actor, permission);
    return scope !== null && holdsPath(scope, organization.path);
  };
  const abilities: OrganizationView['abilities'] = [];
  const root = organization.parentId === null;
  if (holds('identity.organization.update')) abilities.push('update', ...(root ? [] : (['move'] as const)));
  if (holds('identity.organization.remove') && !root) abilities.push('merge', 'dissolve');
  if (holds('identity.organization.create') && organization.type !== 'section')
    abilities.push('create-below');
  return abilities;
}

export function organizationView(kit: Kit, actor: Actor, o: Organization): OrganizationView {
  const { id, parentId, code, name, shortName, type, status, sort, version } = o;
  const { mergedIntoId, establishedOn, termEndsOn, validFrom, validTo, creditCode, nature, place } = o;
  const seen = kit.authorizer.scopeFor(actor, 'identity.organization.read');
  const parent = parentId === null ? undefined : kit.tree().get(parentId);
  const parentSeen = parent !== undefined && seen !== null && holdsPath(seen, parent.path);
  return {
    id,
    parentId,
    parentName: parentSeen ? parent.name : null,
    code,
    name,
    shortName,
    type,
    status,
    sort,
    version,
    mergedIntoId,
    establishedOn,
    termEndsOn,
    validFrom,
    validTo,
    creditCode,
    nature,
    place: place === null ? null : { ...place },
    abilities: organizationAbilitiesOf(kit, actor, o),
  };
}
