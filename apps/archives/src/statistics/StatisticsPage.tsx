import { archives } from '@banyan/api-client/archives';
import {
  formatInstant,
  narrow,
  PageHeader,
  ProblemNotice,
  useLocale,
  useMedia,
  useNode,
  useOrganizations,
  useText,
  withNode,
} from '@banyan/ui-kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton, Spin } from 'antd';
import { lazy, Suspense, useId, useMemo } from 'react';
import { useNavigate } from 'react-router';
import './statistics.css';
import { chartHeight, drawsTotalsOnly } from './chart-option.ts';
import { type AxisKey, peoplePath, type Statistics } from './statistics.ts';
import { StatisticsActions } from './StatisticsActions.tsx';
import { StatisticsBar } from './StatisticsBar.tsx';
import { statisticsTexts } from './statistics-texts.ts';
import { StatisticsTable } from './StatisticsTable.tsx';
import { useStatisticsQuestion } from './use-statistics-question.ts';
import { useStatisticsWords } from './use-statistics-words.ts';

const StatisticsChart = lazy(async () => ({
  default: (await import('./StatisticsChart.tsx')).StatisticsChart,
}));

/** The roster by any two traits, as a table and as bars; every figure opens its people. */
export function StatisticsPage() {
  const t = useText(statisticsTexts);
  const { question, filters, query, set } = useStatisticsQuestion();
  const read = useQuery({
    ...archives.query('/api/archives/statistics', { params: { query } }),
    placeholderData: keepPreviousData,
  });
  const id = useId();
  const found = read.data;
  return (
    <div className="archives-statistics">
      <PageHeader
        title={t('title')}
        facts={<StatisticsFacts statistics={found} organizationId={question.organizationId} />}
        actions={found?.total !== 0 && <StatisticsActions query={query} />}
      />
      <section className="by-card" aria-busy={read.isFetching}>
        <StatisticsBar question={question} set={set} />
        {read.error && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
        {!found && read.isPending && <Skeleton active className="by-loading" />}
        {found && found.total === 0 && (
          <div className="by-empty">
            <strong>{t('empty')}</strong>
            <p>{t('emptyHint')}</p>
          </div>
        )}
        {found && found.total > 0 && !read.error && (
          <Spin spinning={read.isPlaceholderData} delay={200}>
            <Chart statistics={found} filters={filters} />
            <StatisticsTable statistics={found} filters={filters} share={question.share} id={id} />
          </Spin>
        )}
      </section>
    </div>
  );
}

type FactsProps = { statistics: Statistics | undefined; organizationId: string | undefined };

function StatisticsFacts({ statistics, organizationId }: FactsProps) {
  const t = useText(statisticsTexts);
  const locale = useLocale();
  const node = useNode();
  const { tree } = useOrganizations();
  const at = organizationId ?? node;
  const name = at ? tree?.byId.get(at)?.name : undefined;
  const facts = [
    name && t('scope', { name }),
    statistics && t('total', { total: statistics.total }),
    statistics && t('asOf', { time: formatInstant(statistics.asOf, locale) }),
    statistics && statistics.total > 0 && t('openHint'),
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}

function Chart({ statistics, filters }: { statistics: Statistics; filters: Record<string, string> }) {
  const t = useText(statisticsTexts);
  const words = useStatisticsWords();
  const navigate = useNavigate();
  const node = useNode();
  const isNarrow = useMedia(narrow);
  const { rows, columns } = statistics;
  const figures = useMemo(
    () => ({
      rows: rows.keys.map((key) => words.key(rows.dimension, key)),
      columns: columns?.keys.map((key) => words.key(columns.dimension, key)) ?? [],
      cells: statistics.cells,
      rowTotals: statistics.rowTotals,
      totalsName: t('sum'),
    }),
    [statistics, rows, columns, words, t],
  );
  const names = {
    rows: words.dimension(rows.dimension),
    columns: columns ? words.dimension(columns.dimension) : '',
  };
  const open = (row: number, column: number | null) => {
    const across = column === null ? null : (columns?.keys[column] ?? null);
    navigate(withNode(peoplePath(filters, rows.keys[row] as AxisKey, across), node));
  };
  return (
    <div className="archives-statistics-figure" tabIndex={0} role="region" aria-label={t('chartPlace')}>
      {columns && drawsTotalsOnly(figures) && <p className="by-third">{t('chartTotals')}</p>}
      <Suspense fallback={<div style={{ height: chartHeight(figures.rows, isNarrow) }} />}>
        <StatisticsChart figures={figures} label={t(columns ? 'chart' : 'chartOne', names)} onOpen={open} />
      </Suspense>
    </div>
  );
}
