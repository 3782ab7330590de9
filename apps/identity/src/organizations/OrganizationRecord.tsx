import { RecordView, StateTag, useText } from '@banyan/ui-kit';
import type { Organization } from './organization-tree.ts';
import { OrganizationHistory } from './OrganizationHistory.tsx';
import { organizationTexts } from './organization-texts.ts';
import { useOrganization } from './queries.ts';
import { useOrganizationFacts } from './use-organization-facts.tsx';

/** One node of the tree: what it is, since when, who is above and below, what happened to it. */
export function OrganizationRecord({ id }: { id: string }) {
  const query = useOrganization(id);
  const organization = query.data;
  return (
    <RecordView
      status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
      title={organization?.shortName || organization?.name || ''}
      state={organization && <Kind status={organization.status} type={organization.type} />}
      abilities={organization?.abilities ?? []}
      facts={useOrganizationFacts(organization)}
    >
      <OrganizationHistory id={id} />
    </RecordView>
  );
}

function Kind({ status, type }: Pick<Organization, 'status' | 'type'>) {
  const t = useText(organizationTexts);
  const active = status === 'active';
  return (
    <StateTag shape={active ? 'dot' : 'cross'} tone={active ? 'good' : 'quiet'}>
      {active ? t(`type.${type}`) : `${t(`type.${type}`)} · ${t(`status.${status}`)}`}
    </StateTag>
  );
}
