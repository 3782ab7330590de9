import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton, Table } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Page } from '../api.ts';
import { useText } from '../locale.tsx';
import { AppLink, useNode, withNode } from '../node.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { kitTexts } from '../texts.ts';
import { narrow, useMedia, wide } from '../use-wide.ts';
import type { ListColumn } from './columns.ts';
import { type ListState, pageSizes, reachableTotal } from './list-query.ts';
import type { ListPageProps } from './ListPage.tsx';

type Props<Row extends { id: string }> = {
  list: UseQueryResult<Page<Row>>;
  state: ListState;
  columns: ListColumn<Row>[];
  page: ListPageProps<Row>;
  selection: { selected: string[]; setSelected: (ids: string[]) => void } | null;
};

export function ListRows<Row extends { id: string }>(props: Props<Row>) {
  const t = useText(kitTexts);
  const phone = useMedia(narrow);
  const { list } = props;
  if (list.isError)
    return <ProblemNotice title={t('loadFailed')} error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <RowsLoading label={t('loading')} />;
  if (list.data.items.length === 0) return <EmptyList {...props} />;
  return phone ? <Cards {...props} data={list.data} /> : <Rows {...props} data={list.data} />;
}

function Rows<Row extends { id: string }>(props: Props<Row> & { data: Page<Row> }) {
  const { state, data, list, selection } = props;
  const open = useOpenRow(props);
  const sort = state.query.sort;
  return (
    <Table<Row>
      rowKey="id"
      size="middle"
      className={props.columns.some(({ wraps }) => wraps) ? 'by-table-wraps' : ''}
      dataSource={data.items}
      loading={list.isPlaceholderData ? { delay: 200 } : false}
      columns={props.columns.map((column, index) => ({
        key: column.key,
        title: column.title,
        align: column.align ?? 'start',
        ...(column.width ? { width: column.width } : {}),
        ...(column.wraps ? { className: 'by-wraps' } : {}),
        ...(column.sort
          ? { sorter: true, sortOrder: sortOrderOf(sort, column.sort), showSorterTooltip: false }
          : {}),
        render: (_value, row) =>
          index === 0 ? open.link(row, column.render(row)) : (column.render(row) ?? nothing),
      }))}
      rowClassName={(row) => (row.id === state.open ? 'by-row-open' : props.page.pathOf ? 'by-row' : '')}
      onRow={(row) => ({ onClick: (event) => open.row(row, event) })}
      onChange={(_pagination, _filters, sorter, { action }) => {
        if (action !== 'sort' || Array.isArray(sorter)) return;
        const name = props.columns.find((column) => column.key === sorter.columnKey)?.sort;
        state.set({ sort: name && sorter.order ? (sorter.order === 'descend' ? `-${name}` : name) : null });
      }}
      pagination={usePagination(state, data)}
      {...(selection
        ? {
            rowSelection: {
              selectedRowKeys: selection.selected,
              onChange: (keys) => selection.setSelected(keys.map(String)),
            },
          }
        : {})}
    />
  );
}

/** A cell with nothing in it; a card of a phone leaves the line out. */
const nothing = <span className="by-third">—</span>;

function Cards<Row extends { id: string }>(props: Props<Row> & { data: Page<Row> }) {
  const { data, state } = props;
  const open = useOpenRow(props);
  const [first, ...rest] = props.columns;
  const pages = Math.ceil(reachableTotal(data.total) / state.query.pageSize);
  const t = useText(kitTexts);
  return (
    <>
      <ul className="by-cards">
        {data.items.map((row) => (
          <li key={row.id}>
            <div className="by-card-name">{first && open.link(row, first.render(row))}</div>
            <dl>
              {rest
                .filter((column) => column.phone)
                .map((column) => ({ ...column, content: column.render(row) }))
                .filter(({ content }) => content !== null)
                .map(({ key, title, content }) => (
                  <div key={key}>
                    <dt>{title}</dt>
                    <dd>{content}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      <nav className="by-phone-pages" aria-label={t('total', { total: data.total })}>
        <Button
          disabled={state.query.page <= 1}
          onClick={() => state.set({ page: String(state.query.page - 1) })}
        >
          ‹
        </Button>
        <span>
          {state.query.page} / {pages}
        </span>
        <Button
          disabled={state.query.page >= pages}
          onClick={() => state.set({ page: String(state.query.page + 1) })}
        >
          ›
        </Button>
      </nav>
    </>
  );
}

/** A plain click opens beside or goes to the page; a click with a modifier stays the browser's. */
function useOpenRow<Row extends { id: string }>({ page, state }: Props<Row>) {
  const beside = useMedia(wide) && page.renderRecord !== undefined;
  const navigate = useNavigate();
  const node = useNode();
  const { pathOf } = page;
  const go = (row: Row) => {
    if (beside) state.set({ open: row.id });
    else if (pathOf) navigate(withNode(pathOf(row.id), node));
  };
  return {
    row: (row: Row, event: MouseEvent) => {
      const target = event.target as HTMLElement;
      if (!pathOf || target.closest('a, button, input, label, .ant-table-selection-column')) return;
      if (getSelection()?.toString()) return;
      go(row);
    },
    link: (row: Row, content: ReactNode) => {
      if (!pathOf) return content;
      const click = (event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(row);
      };
      return (
        <AppLink to={pathOf(row.id)} onClick={click} className="by-row-link">
          {content}
        </AppLink>
      );
    },
  };
}

function usePagination<Row>(state: ListState, data: Page<Row>) {
  const t = useText(kitTexts);
  return {
    current: state.query.page,
    pageSize: state.query.pageSize,
    total: reachableTotal(data.total),
    pageSizeOptions: pageSizes,
    showSizeChanger: data.total > 20,
    showTotal: () => t(data.totalIsExact === false ? 'totalMore' : 'total', { total: data.total }),
    onChange: (page: number, pageSize: number) =>
      state.set(
        pageSize === state.query.pageSize
          ? { page: String(page) }
          : { pageSize: String(pageSize), page: null },
      ),
  };
}

function EmptyList<Row extends { id: string }>({ state, page }: Props<Row>) {
  const t = useText(kitTexts);
  const filtered = Object.keys(state.filters).length > 0;
  return (
    <div className="by-empty">
      <strong>{filtered ? t('noMatch') : page.empty.title}</strong>
      <p>{filtered ? t('noMatchHint') : page.empty.hint}</p>
      {filtered ? <Button onClick={state.clearFilters}>{t('clearFilters')}</Button> : page.empty.action}
    </div>
  );
}

function RowsLoading(props: { label: string }) {
  return (
    <div className="by-loading" role="status" aria-label={props.label}>
      <Skeleton active title={false} paragraph={{ rows: 10, width: '100%' }} />
    </div>
  );
}

function sortOrderOf(sort: string | undefined, name: string): 'ascend' | 'descend' | null {
  const first = sort?.split(',')[0];
  if (first === name) return 'ascend';
  return first === `-${name}` ? 'descend' : null;
}
