import { narrow, ProblemNotice, useMedia, useText } from '@banyan/ui-kit';
import { Pagination, Segmented, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Import, ImportRow } from './import.ts';
import { type RowFilter, useImportRows } from './queries.ts';
import type { useRowsQuery } from './use-rows-query.ts';
import { wizardTexts } from './wizard-texts.ts';
import './rows.css';

type Props = {
  label: string;
  filters: readonly RowFilter[];
  shown: Import;
  asked: ReturnType<typeof useRowsQuery>;
  list: ReturnType<typeof useImportRows>;
  /** Beside the filters. */
  tools?: ReactNode;
  /** In place of rows where the filter finds none. */
  empty: ReactNode;
  children: (rows: ImportRow[]) => ReactNode;
  /** What can be done next. */
  foot: ReactNode;
};

/** A page of rows behind filters that say how many each would show. */
export function RowsFrame({ filters, shown, asked, list, children, ...props }: Props) {
  const t = useText(wizardTexts);
  const phone = useMedia(narrow);
  const { query, setFilter, setPage } = asked;
  return (
    <section className="by-card imports-rows" aria-label={props.label}>
      <div className="imports-toolbar">
        <Segmented<RowFilter>
          value={query.filter}
          onChange={setFilter}
          aria-label={t('filter')}
          options={filters.map((filter) => ({
            value: filter,
            label: t(`filter.${filter}`, { count: countOf(shown, filter) }),
          }))}
        />
        {props.tools}
      </div>
      {list.error ? (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton active className="imports-skeleton" paragraph={{ rows: 8 }} />
      ) : list.data.items.length === 0 ? (
        props.empty
      ) : (
        children(list.data.items)
      )}
      <Pagination
        className="imports-pages"
        current={query.page}
        pageSize={query.pageSize}
        total={Math.min(list.data?.total ?? 0, reachable)}
        showSizeChanger={false}
        hideOnSinglePage
        simple={phone}
        onChange={setPage}
      />
      {props.foot}
    </section>
  );
}

/** Further in, the service is not asked: filters and the marked file lead there. */
const reachable = 10_000;

function countOf(shown: Import, filter: RowFilter): number {
  if (filter === 'all') return shown.rows;
  if (filter === 'warned') return shown.warningCounts.reduce((sum, { count }) => sum + count, 0);
  return shown[filter];
}
