import { narrow, ProblemNotice, useMedia, useText } from '@banyan/ui-kit';
import { CheckCircleOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button, Pagination, Segmented, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { fieldsOf, type Import, type ImportRow, type Step } from './import.ts';
import { type RowFilter, useImportRows } from './queries.ts';
import { RowCards } from './RowCards.tsx';
import { RowTable } from './RowTable.tsx';
import { useCellEditing } from './use-cell-editing.ts';
import { useDownload } from './use-download.ts';
import { useRowsQuery } from './use-rows-query.ts';
import { wizardTexts } from './wizard-texts.ts';

type Props = { shown: Import; onGo: (step: Step) => void };

const filters: readonly RowFilter[] = ['invalid', 'warned', 'all'];

/** Every row with what is wrong with it; wrong cells are put right where they stand. */
export function RowsStep({ shown, onGo }: Props) {
  const t = useText(wizardTexts);
  const phone = useMedia(narrow);
  const { query, setFilter, setPage, turnPage } = useRowsQuery(
    filters,
    shown.invalid > 0 ? 'invalid' : 'all',
  );
  const list = useImportRows(shown.id, query);
  const rows = list.data?.items ?? [];
  const fields = fieldsOf(shown.columns, rows);
  const editing = useCellEditing({ shown, query, rows, fields, readAgain: () => list.refetch() });
  const mayGoOn = shown.status === 'preview';
  return (
    <section className="by-card imports-rows" aria-label={t('step.rows')}>
      <div className="imports-toolbar">
        <Segmented<RowFilter>
          value={query.filter}
          onChange={setFilter}
          aria-label={t('filter')}
          options={filters.map((filter) => ({
            value: filter,
            label: t(`filter.${filter}` as 'filter.all', { count: countOf(shown, filter) }),
          }))}
        />
        <p className="imports-note" role="status">
          {editing.note}
        </p>
        {shown.invalid > 0 && <MarkedFile shown={shown} />}
      </div>
      {list.error ? (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton active className="imports-skeleton" paragraph={{ rows: 8 }} />
      ) : rows.length === 0 ? (
        <NoRows shown={shown} filter={query.filter} />
      ) : phone ? (
        <RowCards shown={shown} rows={rows} fields={fields} editing={editing} />
      ) : (
        <RowTable shown={shown} rows={rows} fields={fields} editing={editing} />
      )}
      <Pagination
        className="imports-pages"
        current={query.page}
        pageSize={query.pageSize}
        total={Math.min(list.data?.total ?? 0, 10_000)}
        showSizeChanger={false}
        hideOnSinglePage
        simple={phone}
        onChange={setPage}
      />
      {mayGoOn && (
        <Ways>
          <Button onClick={() => onGo('columns')}>{t('previous')}</Button>
          {shown.invalid > 0 && query.filter === 'invalid' && !hasWrong(rows) && rows.length > 0 && (
            <Button onClick={() => void turnPage(() => list.refetch())}>{t('showWrong')}</Button>
          )}
          <Button type={shown.invalid === 0 ? 'primary' : 'default'} onClick={() => onGo('differences')}>
            {t('next')}
          </Button>
        </Ways>
      )}
    </section>
  );
}

function Ways({ children }: { children: ReactNode }) {
  return <div className="imports-ways">{children}</div>;
}

function hasWrong(rows: readonly ImportRow[]): boolean {
  return rows.some(({ valid }) => !valid);
}

function countOf(shown: Import, filter: RowFilter): number {
  if (filter === 'invalid') return shown.invalid;
  if (filter === 'warned') return shown.warningCounts.reduce((sum, { count }) => sum + count, 0);
  return shown.rows;
}

function NoRows({ shown, filter }: { shown: Import; filter: RowFilter }) {
  const t = useText(wizardTexts);
  const right = filter === 'invalid' && shown.status === 'preview';
  return (
    <div className="by-empty">
      {right && <CheckCircleOutlined className="imports-right" aria-hidden />}
      <strong>{t(right ? 'allRight' : 'noRows')}</strong>
      <p>{right ? t('allRightHint') : ''}</p>
    </div>
  );
}

function MarkedFile({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const { busy, download } = useDownload();
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={busy !== null}
      title={t('markedHint')}
      onClick={() => void download(`/api/archives/imports/${shown.id}/marked.xlsx`, 'marked.xlsx')}
    >
      {t('marked')}
    </Button>
  );
}
