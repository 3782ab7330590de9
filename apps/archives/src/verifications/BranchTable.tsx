import { formatNumber, narrow, ProblemNotice, useLocale, useMedia, useText } from '@banyan/ui-kit';
import { Segmented, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { CompletionMark, ProgressMeter } from './marks.tsx';
import { Pages } from './Pages.tsx';
import { useBranches } from './queries.ts';
import { Trail, useTo } from './Trail.tsx';
import type { BranchProgress, RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

const pageSize = 50;
const choices = ['all', 'unfinished', 'finished'] as const;

/** The nodes directly below one, each with all below it; a click goes down, a branch opens its people. */
export function BranchTable({ round }: { round: RoundRecord }) {
  const t = useText(verificationTexts);
  const [params, setParams] = useSearchParams();
  const at = params.get('at');
  const only = choices.find((choice) => choice === params.get('only')) ?? 'all';
  const page = Math.max(1, Math.trunc(Number(params.get('page')) || 1));
  const list = useBranches(round.id, {
    page,
    pageSize,
    ...(at ? { organizationId: at } : {}),
    ...(only === 'all' ? {} : { only }),
  });
  const set = (name: string, value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  return (
    <section className="by-card archives-branches" aria-label={t('column.progress')}>
      <header className="archives-branches-head">
        <Trail round={round} at={at} />
        <Segmented
          aria-label={t('only')}
          value={only}
          options={choices.map((value) => ({ value, label: t(`only.${value}`) }))}
          onChange={(value) => set('only', value === 'all' ? null : value)}
        />
      </header>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {list.data && (
        <Rows
          items={list.data.items}
          empty={t(only === 'all' ? 'noBranches' : 'noBranchesMatch')}
          page={page}
          total={list.data.total}
          turn={(next) => set('page', next > 1 ? String(next) : null)}
        />
      )}
    </section>
  );
}

function Rows(props: {
  items: BranchProgress[];
  empty: string;
  page: number;
  total: number;
  turn: (page: number) => void;
}) {
  const columns = useColumns();
  const phone = useMedia(narrow);
  if (props.items.length === 0) return <p className="by-empty">{props.empty}</p>;
  if (phone)
    return (
      <>
        <Cards items={props.items} />
        <Pages page={props.page} pages={Math.ceil(props.total / pageSize)} turn={props.turn} />
      </>
    );
  return (
    <Table<BranchProgress>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={props.items}
      pagination={
        props.total > pageSize
          ? {
              current: props.page,
              pageSize,
              total: props.total,
              onChange: props.turn,
              showSizeChanger: false,
            }
          : false
      }
    />
  );
}

function Cards({ items }: { items: BranchProgress[] }) {
  return (
    <ul className="by-cards">
      {items.map((row) => (
        <li key={row.id}>
          <div className="by-card-name">
            <Down row={row} />
          </div>
          <div className="archives-branch-card">
            <ProgressMeter progress={row.progress} />
            <CompletionMark progress={row.progress} isOverdue={row.isOverdue} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function useColumns(): TableColumnsType<BranchProgress> {
  const t = useText(verificationTexts);
  const locale = useLocale();
  const figure = (key: 'confirmed' | 'corrected' | 'unknown') => ({
    key,
    title: t(`figure.${key}`),
    align: 'end' as const,
    render: (_: unknown, row: BranchProgress) => formatNumber(row.progress[key], locale),
  });
  return [
    { key: 'name', title: t('organization'), render: (_, row) => <Down row={row} /> },
    {
      key: 'progress',
      title: t('column.progress'),
      render: (_, row) => <ProgressMeter progress={row.progress} />,
    },
    figure('confirmed'),
    figure('corrected'),
    figure('unknown'),
    {
      key: 'branches',
      title: t('column.branches'),
      align: 'end',
      render: (_, { progress: { finished, branches } }) =>
        t('finished', { finished: formatNumber(finished, locale), branches: formatNumber(branches, locale) }),
    },
    {
      key: 'state',
      title: t('column.state'),
      render: (_, row) => <CompletionMark progress={row.progress} isOverdue={row.isOverdue} />,
    },
  ];
}

/** To the nodes below, or to the people of a branch. */
function Down({ row }: { row: BranchProgress }) {
  return <Link to={useTo(row.isBranch ? { branch: row.id } : { at: row.id, branch: null })}>{row.name}</Link>;
}
