import { archives } from '@banyan/api-client/archives';
import {
  CivilDate,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  take,
  useText,
} from '@banyan/ui-kit';
import { useMemo } from 'react';
import '../archives.css';
import { MembershipMark } from '../members/MemberStanding.tsx';
import type { MembershipState } from '../members/member.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { RelativeDay } from '../RelativeDay.tsx';
import { LostRecord } from './LostRecord.tsx';
import { lostKey } from './queries.ts';
import type { LostItem } from './register.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import { lostTexts } from './lost-texts.ts';

/** Whom the branches have lost, the most urgent first. */
export function LostListPage() {
  const t = useText(lostTexts);
  return (
    <PersonalData>
      <RegisterTabs />
      <ListPage<LostItem>
        id="archives.registers.out-of-contact"
        title={t('lostTitle')}
        facts={(page) => page && t('people', { total: page.total })}
        queryKey={lostKey}
        fetchPage={fetchLost}
        filters={useFilters()}
        columns={useColumns()}
        defaultSort="dueOn"
        empty={{ title: t('lostEmpty'), hint: t('lostEmptyHint') }}
        pathOf={(id) => `/archives/registers/out-of-contact/${id}`}
        renderRecord={(id) => <LostRecord key={id} id={id} />}
      />
    </PersonalData>
  );
}

function fetchLost(query: ListQuery, signal: AbortSignal): Promise<Page<LostItem>> {
  return take(
    archives.client.GET('/api/archives/registers/out-of-contact', { params: { query: query as {} }, signal }),
  );
}

function useFilters(): ListFilter[] {
  const t = useText(lostTexts);
  const words = useMemberWords();
  return useMemo(
    () => [
      { kind: 'search', name: 'q', label: t('search'), width: 160 },
      {
        kind: 'select',
        name: 'state',
        label: t('lossState'),
        options: words.options('state', ['out-of-contact', 'suspended']),
      },
      { kind: 'organization', name: 'organizationId', label: t('organizationFilter'), width: 160 },
    ],
    [t, words],
  );
}

function useColumns(): ListColumn<LostItem>[] {
  const t = useText(lostTexts);
  return useMemo(
    () => [
      { key: 'name', title: t('name'), render: (row) => row.name, always: true },
      {
        key: 'state',
        title: t('lossState'),
        render: (row) => <MembershipMark state={row.state as MembershipState} />,
        phone: true,
      },
      { key: 'branch', title: t('branch'), render: (row) => row.organizationName, phone: true, wraps: true },
      {
        key: 'lostContactOn',
        title: t('lostSince'),
        render: (row) => <CivilDate date={row.lostContactOn ?? row.stateOn} />,
        sort: 'lostContactOn',
        phone: true,
      },
      {
        key: 'deadline',
        title: t('deadline'),
        render: (row) =>
          row.deadline ? (
            <RelativeDay date={row.deadline.dueOn} />
          ) : (
            <span className="by-third">{t('noDeadline')}</span>
          ),
        sort: 'dueOn',
        phone: true,
      },
      {
        key: 'searches',
        title: t('searches'),
        render: (row) => (
          <span className="archives-lines">
            {t('searchCount', { count: row.searches })}
            {row.lastSearchOn && (
              <span className="by-third">{t('lastSearch', { date: row.lastSearchOn })}</span>
            )}
          </span>
        ),
        phone: true,
      },
    ],
    [t],
  );
}
