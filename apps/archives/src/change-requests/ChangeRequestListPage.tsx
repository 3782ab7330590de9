import { archives } from '@banyan/api-client/archives';
import {
  holdsAny,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  RelativeTime,
  take,
  useActor,
  useText,
} from '@banyan/ui-kit';
import { useMemo } from 'react';
import { useRecordWords } from '../members/use-record-words.ts';
import { boxes, type ChangeRequestItem, requestStates } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { ChangeRequestRecord } from './ChangeRequestRecord.tsx';
import './change-requests.css';
import { changeRequestsKey } from './queries.ts';
import { RequestMark } from './RequestMark.tsx';

const namedFields = 3;

/** What was proposed, for whom, by whom, and what became of it. */
export function ChangeRequestListPage() {
  const t = useText(changeRequestTexts);
  return (
    <PersonalData>
      <ListPage<ChangeRequestItem>
        id="archives.change-requests"
        title={t('title')}
        facts={(page) => page && t(page.totalIsExact ? 'total' : 'totalMore', { total: page.total })}
        queryKey={changeRequestsKey}
        fetchPage={fetchRequests}
        filters={useFilters()}
        columns={useColumns()}
        defaultSort="-proposedAt"
        empty={{ title: t('empty'), hint: t('emptyHint') }}
        pathOf={(id) => `/archives/change-requests/${id}`}
        renderRecord={(id) => <ChangeRequestRecord key={id} id={id} />}
      />
    </PersonalData>
  );
}

/** The URL may say anything; the service refuses what it does not know. */
function fetchRequests(query: ListQuery, signal: AbortSignal): Promise<Page<ChangeRequestItem>> {
  return take(
    archives.client.GET('/api/archives/change-requests', { params: { query: query as {} }, signal }),
  );
}

function useFilters(): ListFilter[] {
  const t = useText(changeRequestTexts);
  const actor = useActor();
  return useMemo(() => {
    const decides = holdsAny(actor, ['archives.change-request.approve']);
    return [
      ...(decides
        ? [
            {
              kind: 'select' as const,
              name: 'box',
              label: t('box'),
              options: boxes.map((box) => ({ value: box, label: t(`box.${box}`) })),
            },
          ]
        : []),
      {
        kind: 'select',
        name: 'state',
        label: t('stateFilter'),
        options: requestStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
      },
      ...(decides && holdsAny(actor, ['identity.organization.read'])
        ? [{ kind: 'organization' as const, name: 'organizationId', label: t('organizationFilter') }]
        : []),
    ];
  }, [t, actor]);
}

function useColumns(): ListColumn<ChangeRequestItem>[] {
  const t = useText(changeRequestTexts);
  const words = useRecordWords(null);
  return useMemo(
    () => [
      { key: 'person', title: t('person'), render: (row) => row.memberName, always: true },
      {
        key: 'fields',
        title: t('fields'),
        render: (row) => {
          const names = row.fields.map(({ field }) => words.field(field));
          const first = names.slice(0, namedFields).join(t('separator'));
          return names.length > namedFields ? t('more', { fields: first, count: names.length }) : first;
        },
        phone: true,
        wraps: true,
      },
      { key: 'state', title: t('state'), render: (row) => <RequestMark request={row} />, phone: true },
      { key: 'branch', title: t('branch'), render: (row) => row.organizationName, phone: true, wraps: true },
      {
        key: 'proposer',
        title: t('proposer'),
        render: (row) => row.proposer.name ?? t('proposerUnnamed'),
      },
      {
        key: 'proposedAt',
        title: t('proposedAt'),
        render: (row) => <RelativeTime at={row.proposedAt} />,
        sort: 'proposedAt',
        phone: true,
      },
    ],
    [t, words],
  );
}
