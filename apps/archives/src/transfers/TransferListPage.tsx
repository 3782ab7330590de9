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
  RelativeTime,
  take,
  useActor,
  useText,
} from '@banyan/ui-kit';
import { SwapOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { GoButton } from '../GoButton.tsx';
import '../archives.css';
import './transfers.css';
import { transfersKey } from './queries.ts';
import { directions, duties, type TransferItem, transferStates } from './transfer.ts';
import { TransferListFacts } from './TransferListFacts.tsx';
import { LetterMark, TransferMark, TransferRoute } from './TransferMarks.tsx';
import { TransferRecord } from './TransferRecord.tsx';
import { transferListTexts } from './list-texts.ts';

export function TransferListPage() {
  const t = useText(transferListTexts);
  const actor = useActor();
  const mayApply = holdsAny(actor, ['archives.transfer.create']);
  const apply = mayApply && (
    <GoButton type="primary" icon={<SwapOutlined />} to="/archives/transfers/new">
      {t('apply')}
    </GoButton>
  );
  return (
    <PersonalData>
      <ListPage<TransferItem>
        id="archives.transfers"
        title={t('title')}
        facts={(page) => <TransferListFacts total={page?.total} />}
        queryKey={transfersKey}
        fetchPage={fetchTransfers}
        filters={useFilters()}
        columns={useColumns()}
        defaultSort="-updatedAt"
        actions={apply}
        empty={{ title: t('empty'), hint: t(mayApply ? 'emptyHint' : 'emptyReader'), action: apply }}
        pathOf={(id) => `/archives/transfers/${id}`}
        renderRecord={(id) => <TransferRecord key={id} id={id} />}
      />
    </PersonalData>
  );
}

/** The URL may say anything; the service refuses what it does not know. */
function fetchTransfers(query: ListQuery, signal: AbortSignal): Promise<Page<TransferItem>> {
  return take(archives.client.GET('/api/archives/transfers', { params: { query: query as {} }, signal }));
}

function useFilters(): ListFilter[] {
  const t = useText(transferListTexts);
  return useMemo(
    () => [
      { kind: 'search', name: 'q', label: t('search') },
      {
        kind: 'select',
        name: 'direction',
        label: t('directionFilter'),
        options: directions.map((value) => ({ value, label: t(`direction.${value}`) })),
      },
      {
        kind: 'select',
        name: 'state',
        label: t('stateFilter'),
        options: transferStates.map((value) => ({ value, label: t(`state.${value}`) })),
      },
      {
        kind: 'select',
        name: 'due',
        label: t('dueFilter'),
        options: duties.map((value) => ({ value, label: t(`due.${value}`) })),
      },
    ],
    [t],
  );
}

function useColumns(): ListColumn<TransferItem>[] {
  const t = useText(transferListTexts);
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('person'),
        render: (row) => row.person.name,
        sort: 'name',
        always: true,
      },
      {
        key: 'state',
        title: t('state'),
        render: (row) => <TransferMark state={row.state} />,
        phone: true,
      },
      {
        key: 'direction',
        title: t('direction'),
        render: (row) => <span className="by-nowrap">{t(`direction.${row.direction}`)}</span>,
        phone: true,
      },
      {
        key: 'route',
        title: t('route'),
        render: (row) => <TransferRoute transfer={row} />,
        phone: true,
        wraps: true,
      },
      {
        key: 'expiresOn',
        title: t('letter'),
        render: (row) => <LetterMark transfer={row} />,
        sort: 'expiresOn',
        phone: true,
      },
      {
        key: 'updatedAt',
        title: t('updated'),
        render: (row) => <RelativeTime at={row.updatedAt} />,
        sort: 'updatedAt',
      },
      {
        key: 'appliedOn',
        title: t('appliedOn'),
        render: (row) => <CivilDate date={row.appliedOn} />,
        hidden: true,
      },
    ],
    [t],
  );
}
