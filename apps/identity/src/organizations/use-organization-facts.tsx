import { AppLink, CivilDate, type FactGroup, holdsAny, useActor, useNode, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { type Organization, pathTo, peopleBelow } from './organization-tree.ts';
import { organizationTexts } from './organization-texts.ts';
import { useOrganizationItems } from './queries.ts';

const none: never[] = [];
const archivesReaders = ['archives.member.read'];

export function useOrganizationFacts(organization: Organization | undefined): FactGroup[] {
  const t = useText(organizationTexts);
  const actor = useActor();
  const items = useOrganizationItems({ ended: false, node: useNode() }).data?.items ?? none;
  const people = useMemo(() => peopleBelow(items), [items]);
  if (!organization) return [];
  const { id, place } = organization;
  const above = pathTo(items, id);
  const below = items.filter((item) => item.parentId === id);
  const count = people.get(id);
  const peopleFact = {
    label: t('people'),
    value: holdsAny(actor, archivesReaders) ? (
      <AppLink to={`/archives/members?organizationId=${id}`}>
        {count === undefined ? t('peopleLink') : t('peopleCount', { count })}
      </AppLink>
    ) : (
      count !== undefined && t('peopleCount', { count })
    ),
  };
  return [
    {
      facts: [
        { label: t('field.name'), value: organization.name, wide: true },
        { label: t('field.code'), value: organization.code },
        {
          label: t('above'),
          value:
            above.length > 0 ? (
              <span className="identity-trail">
                {above.map((node) => (
                  <AppLink key={node.id} to={`/identity/organizations?open=${node.id}`}>
                    {node.shortName || node.name}
                  </AppLink>
                ))}
              </span>
            ) : (
              organization.parentName
            ),
        },
        { label: t('below'), value: t('belowCount', { count: below.length }) },
        peopleFact,
        { label: t('field.establishedOn'), value: <CivilDate date={organization.establishedOn} /> },
        { label: t('field.termEndsOn'), value: <CivilDate date={organization.termEndsOn} /> },
        ...(organization.creditCode
          ? [{ label: t('field.creditCode'), value: organization.creditCode }]
          : []),
        ...(organization.nature ? [{ label: t('field.nature'), value: organization.nature }] : []),
        ...(place?.address ? [{ label: t('field.place'), value: place.address, wide: true }] : []),
        ...(place ? [{ label: t('coordinates'), value: `${place.longitude}, ${place.latitude}` }] : []),
      ],
    },
  ];
}
