import { archives } from '@banyan/api-client/archives';
import {
  CivilDate,
  formatNumber,
  holdsAny,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  take,
  useActor,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { PlusOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { GoButton } from '../GoButton.tsx';
import { ProgressMeter, RoundMark } from './marks.tsx';
import { verificationsKey } from './queries.ts';
import { type Round, roundStates } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';
import './verifications.css';

/** Rounds that I opened or am asked in, each with how far my part has come. */
export function VerificationListPage() {
  const t = useText(verificationTexts);
  const mayOpen = holdsAny(useActor(), ['archives.verification.create']);
  const open = mayOpen && (
    <GoButton type="primary" icon={<PlusOutlined />} to="/archives/verifications/new">
      {t('open')}
    </GoButton>
  );
  return (
    <ListPage<Round>
      id="archives.verifications"
      title={t('title')}
      facts={(page) => page && t('total', { total: page.total })}
      queryKey={verificationsKey}
      fetchPage={fetchRounds}
      filters={useFilters()}
      columns={useColumns()}
      defaultSort="-createdAt"
      actions={open}
      empty={{ title: t('empty'), hint: t(mayOpen ? 'emptyHint' : 'emptyReader'), action: open }}
      pathOf={(id) => `/archives/verifications/${id}`}
    />
  );
}

/** The URL may say anything; the service refuses what it does not know. */
function fetchRounds(query: ListQuery, signal: AbortSignal): Promise<Page<Round>> {
  return take(archives.client.GET('/api/archives/verifications', { params: { query: query as {} }, signal }));
}

function useFilters(): ListFilter[] {
  const t = useText(verificationTexts);
  return useMemo(
    () => [
      {
        kind: 'select',
        name: 'state',
        label: t('stateFilter'),
        options: roundStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
      },
    ],
    [t],
  );
}

function useColumns(): ListColumn<Round>[] {
  const t = useText(verificationTexts);
  const locale = useLocale();
  return useMemo(
    () => [
      { key: 'title', title: t('column.title'), render: (row) => row.title, always: true },
      { key: 'state', title: t('column.state'), render: (row) => <RoundMark round={row} />, phone: true },
      {
        key: 'dueOn',
        title: t('column.due'),
        render: (row) => <CivilDate date={row.dueOn} />,
        sort: 'dueOn',
        phone: true,
      },
      {
        key: 'progress',
        title: t('column.progress'),
        render: (row) => <ProgressMeter progress={row.progress} />,
        phone: true,
      },
      {
        key: 'branches',
        title: t('column.branches'),
        render: ({ progress: { finished, branches } }) =>
          t('finished', {
            finished: formatNumber(finished, locale),
            branches: formatNumber(branches, locale),
          }),
      },
      {
        key: 'organization',
        title: t('column.organization'),
        render: (row) => row.organizationName,
        phone: true,
      },
    ],
    [t, locale],
  );
}
