import { archives } from '@banyan/api-client/archives';
import {
  CivilDate,
  holdsAny,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  take,
  useActor,
  useText,
} from '@banyan/ui-kit';
import { PlusOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { GoButton } from '../GoButton.tsx';
import '../archives.css';
import { useCustomFilters } from '../fields/use-custom-filters.ts';
import { useCustomColumns } from '../fields/use-custom-columns.ts';
import { ViewSwitcher } from '../views/ViewSwitcher.tsx';
import { TransferSelected } from '../transfers/TransferSelected.tsx';
import { ExportButton } from '../exports/ExportButton.tsx';
import { type MemberItem, stages, states } from './member.ts';
import { MemberListFacts } from './MemberListFacts.tsx';
import { MemberRecord } from './MemberRecord.tsx';
import { MembershipMark, Standing, Verification } from './MemberStanding.tsx';
import { memberTexts } from './member-texts.ts';
import { membersKey } from './queries.ts';
import { useFactFilters } from './use-fact-filters.ts';
import { useMemberWords } from './use-member-words.ts';

export function MemberListPage() {
  const t = useText(memberTexts);
  const actor = useActor();
  const mayAdmit = holdsAny(actor, ['archives.member.create']);
  const admit = mayAdmit && (
    <GoButton type="primary" icon={<PlusOutlined />} to="/archives/members/new">
      {t('admit')}
    </GoButton>
  );
  return (
    <PersonalData>
      <ListPage<MemberItem>
        id="archives.members"
        title={t('title')}
        facts={(page) => <MemberListFacts page={page} />}
        queryKey={membersKey}
        fetchPage={fetchMembers}
        filters={useFilters()}
        lead={(face) => <ViewSwitcher list="archives.members" all={t('allPeople')} face={face} />}
        columns={useColumns()}
        defaultSort="-joinedOn"
        actions={
          <>
            <ExportButton />
            {admit}
          </>
        }
        empty={{
          title: t('empty'),
          hint: t(mayAdmit ? 'emptyHint' : 'emptyReader'),
          action: admit,
        }}
        pathOf={(id) => `/archives/members/${id}`}
        renderRecord={(id) => <MemberRecord key={id} id={id} />}
        {...(holdsAny(actor, ['archives.transfer.create'])
          ? { bulkActions: (ids: string[]) => <TransferSelected ids={ids} /> }
          : {})}
      />
    </PersonalData>
  );
}

/** The URL may say anything; the service refuses what it does not know. */
function fetchMembers(query: ListQuery, signal: AbortSignal): Promise<Page<MemberItem>> {
  return take(archives.client.GET('/api/archives/members', { params: { query: query as {} }, signal }));
}

function useFilters(): ListFilter[] {
  const given = useFactFilters();
  const custom = useCustomFilters();
  const t = useText(memberTexts);
  const words = useMemberWords();
  const actor = useActor();
  return useMemo(
    () => [
      { kind: 'search', name: 'q', label: t('search') },
      { kind: 'select', name: 'stage', label: t('stageFilter'), options: words.options('stage', stages) },
      { kind: 'select', name: 'state', label: t('stateFilter'), options: words.options('state', states) },
      ...(holdsAny(actor, ['identity.organization.read'])
        ? [
            {
              kind: 'organization' as const,
              name: 'organizationId',
              label: t('organizationFilter'),
              width: 136,
            },
          ]
        : []),
      ...custom,
      ...given,
    ],
    [t, words, actor, given, custom],
  );
}

function useColumns(): ListColumn<MemberItem>[] {
  const t = useText(memberTexts);
  const words = useMemberWords();
  const custom = useCustomColumns<MemberItem>();
  return useMemo(
    () => [
      {
        key: 'name',
        title: words.field('name'),
        render: (row) => row.name,
        sort: 'name',
        always: true,
      },
      {
        key: 'stage',
        title: words.field('stage'),
        render: (row) => <Standing stage={row.stage} state={row.state} />,
        phone: true,
      },
      {
        key: 'organizationName',
        title: t('branch'),
        render: (row) => row.organizationName,
        phone: true,
        wraps: true,
      },
      {
        key: 'idNumber',
        title: t('idNumber'),
        render: (row) => row.idNumber,
      },
      {
        key: 'joinedOn',
        title: words.field('joinedOn'),
        render: (row) => <CivilDate date={row.joinedOn} />,
        sort: 'joinedOn',
        phone: true,
      },
      {
        key: 'verifiedOn',
        title: t('verification'),
        render: (row) => <Verification verifiedOn={row.verifiedOn} state={row.state} />,
        phone: true,
      },
      { key: 'sex', title: words.field('sex'), render: (row) => words.value('sex', row.sex), hidden: true },
      {
        key: 'state',
        title: words.field('state'),
        render: (row) => <MembershipMark state={row.state} />,
        hidden: true,
      },
      ...custom,
    ],
    [t, words, custom],
  );
}
