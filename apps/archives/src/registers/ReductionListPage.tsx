import { archives } from '@banyan/api-client/archives';
import {
  CivilDate,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  StateTag,
  take,
  useText,
} from '@banyan/ui-kit';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import '../archives.css';
import { MemberRecord } from '../members/MemberRecord.tsx';
import { useMemberWords } from '../members/use-member-words.ts';
import { LostStepDialog } from './LostDialogs.tsx';
import { reductionsKey } from './queries.ts';
import { leftKinds, type ReductionItem, reductionKinds } from './register.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import { reductionTexts } from './reduction-texts.ts';

/** Who left the roll, how, when and why; nobody is deleted. */
export function ReductionListPage() {
  const t = useText(reductionTexts);
  const [back, setBack] = useState<string | null>(null);
  return (
    <PersonalData>
      <RegisterTabs />
      <ListPage<ReductionItem>
        id="archives.registers.reductions"
        title={t('reductionsTitle')}
        facts={(page) => page && t('people', { total: page.total })}
        queryKey={reductionsKey}
        fetchPage={fetchReductions}
        filters={useFilters()}
        columns={useColumns(setBack)}
        defaultSort="-on"
        empty={{ title: t('reductionsEmpty'), hint: t('reductionsEmptyHint') }}
        pathOf={(id) => `/archives/members/${id}`}
        renderRecord={(id) => <MemberRecord key={id} id={id} />}
      />
      {back && <LostStepDialog id={back} step="reinstate" onClose={() => setBack(null)} />}
    </PersonalData>
  );
}

function fetchReductions(query: ListQuery, signal: AbortSignal): Promise<Page<ReductionItem>> {
  return take(
    archives.client.GET('/api/archives/registers/reductions', { params: { query: query as {} }, signal }),
  );
}

function useFilters(): ListFilter[] {
  const t = useText(reductionTexts);
  const words = useMemberWords();
  return useMemo(
    () => [
      { kind: 'search', name: 'q', label: t('search'), width: 160 },
      {
        kind: 'select',
        name: 'kind',
        label: t('kindFilter'),
        options: reductionKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      },
      {
        kind: 'select',
        name: 'leftKind',
        label: t('leftKindFilter'),
        options: words.options('leftKind', leftKinds),
      },
      { kind: 'organization', name: 'organizationId', label: t('organizationFilter'), width: 136 },
    ],
    [t, words],
  );
}

function useColumns(reinstate: (id: string) => void): ListColumn<ReductionItem>[] {
  const t = useText(reductionTexts);
  const words = useMemberWords();
  return useMemo(
    () => [
      { key: 'name', title: t('name'), render: (row) => row.name, always: true },
      {
        key: 'kind',
        title: t('kind'),
        render: (row) => (
          <StateTag
            shape={row.kind === 'left' ? 'cross' : row.kind === 'deceased' ? 'bar' : 'ring'}
            tone="quiet"
          >
            {row.leftKind ? words.value('leftKind', row.leftKind) : t(`kind.${row.kind}`)}
          </StateTag>
        ),
        phone: true,
      },
      { key: 'branch', title: t('branch'), render: (row) => row.organizationName, phone: true, wraps: true },
      {
        key: 'on',
        title: t('leftOn'),
        render: (row) => <CivilDate date={row.on} />,
        sort: 'on',
        phone: true,
      },
      {
        key: 'reason',
        title: t('reason'),
        render: (row) => (row.reason ? <span className="archives-brief">{row.reason}</span> : null),
        phone: true,
      },
      { key: 'by', title: t('by'), render: (row) => row.actorName },
      {
        key: 'reinstate',
        title: t('actions'),
        render: (row) =>
          row.abilities.includes('reinstate') ? (
            <Button size="small" onClick={() => reinstate(row.id)}>
              {t('reinstate')}
            </Button>
          ) : null,
        phone: true,
      },
    ],
    [t, words, reinstate],
  );
}
