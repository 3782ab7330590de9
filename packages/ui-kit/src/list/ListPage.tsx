import { type QueryKey, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Page } from '../api.ts';
import { useText } from '../locale.tsx';
import { useNode, withNode } from '../node.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { RecordPanel } from '../record/RecordPanel.tsx';
import { loadProParts } from '../pro-parts.ts';
import { kitTexts } from '../texts.ts';
import { narrow, useMedia, wide } from '../use-wide.ts';
import { ColumnSettings } from './ColumnSettings.tsx';
import { type ListColumn, useSavedColumns } from './columns.ts';
import { columnsOf, faceOf, type ListFace, withFields } from './list-face.ts';
import { FilterBar, type ListFilter } from './FilterBar.tsx';
import { type ListQuery, useListState } from './list-query.ts';
import { ListRows } from './ListRows.tsx';

export type ListPageProps<Row extends { id: string }> = {
  /** Names the saved columns: `archives.members`. */
  id: string;
  title: string;
  /** Beside the title: whose rows these are, how many. `page` is undefined until the first answer. */
  facts?: (page: Page<Row> | undefined) => ReactNode;
  /** Start of the query key; the query's parameters are added. */
  queryKey: QueryKey;
  fetchPage: (query: ListQuery, signal: AbortSignal) => Promise<Page<Row>>;
  filters: ListFilter[];
  /** At the head of the filters: what puts whole sets of filters, order and columns in place. */
  lead?: (face: ListFace) => ReactNode;
  columns: ListColumn<Row>[];
  defaultSort?: string;
  /** Buttons at the right of the title; one primary at most. */
  actions?: ReactNode;
  /** Shown when the list is empty without any filter: what to do. */
  empty: { title: string; hint?: string; action?: ReactNode };
  /** Address of a row as a page of its own. */
  pathOf?: (id: string) => string;
  /** The row opened beside the list on wide screens. */
  renderRecord?: (id: string) => ReactNode;
  /** Name of the opened record for its panel, before it is loaded. */
  bulkActions?: (ids: string[], clear: () => void) => ReactNode;
};

/** The list pattern: filters in the URL, server paging and sorting, the record opens beside the list. */
export function ListPage<Row extends { id: string }>(props: ListPageProps<Row>) {
  const state = useListState(
    props.filters.map((filter) => filter.name),
    props.defaultSort,
  );
  const columns = useSavedColumns(columnsOf(props.id, state.view), props.columns);
  const query = withFields(state.query, columns.visible);
  const [selected, setSelected] = useState<string[]>([]);
  const question = {
    queryKey: [...props.queryKey, query],
    queryFn: ({ signal }: { signal: AbortSignal }) => props.fetchPage(query, signal),
  };
  // Asks before the first drawing instead of after it.
  usePrefetchQuery(question);
  const list = useQuery({ ...question, placeholderData: (before) => before });
  const phone = useMedia(narrow);
  const beside = useRecordBeside(props.pathOf, state.open, props.renderRecord !== undefined);
  const close = () => state.set({ open: null });
  return (
    <>
      <PageHeader title={props.title} facts={props.facts?.(list.data)} actions={props.actions} />
      <div className={beside ? 'by-split by-split-open' : 'by-split'}>
        <section className="by-card by-list" aria-label={props.title} {...aheadOfRecord}>
          <FilterBar
            filters={props.filters}
            state={state}
            lead={props.lead?.(faceOf(props, state, columns))}
            tools={phone ? null : <ColumnSettings {...columns} />}
          />
          {selected.length > 0 && (
            <BulkBar count={selected.length} clear={() => setSelected([])}>
              {props.bulkActions?.(selected, () => setSelected([]))}
            </BulkBar>
          )}
          <ListRows
            list={list}
            state={state}
            columns={columns.visible}
            page={props}
            selection={props.bulkActions ? { selected, setSelected } : null}
          />
        </section>
        {beside && state.open && (
          <RecordPanel key={state.open} fullPath={props.pathOf?.(state.open)} onClose={close}>
            {props.renderRecord?.(state.open)}
          </RecordPanel>
        )}
      </div>
    </>
  );
}

/** Whoever comes near the rows will open one: what draws it is on its way before the click. */
const aheadOfRecord = { onPointerEnter: loadProParts, onFocus: loadProParts };

/** Where there is no room beside the list, an open record is a page. */
function useRecordBeside(
  pathOf: ((id: string) => string) | undefined,
  open: string | null,
  can: boolean,
): boolean {
  const isWide = useMedia(wide);
  const navigate = useNavigate();
  const node = useNode();
  const elsewhere = open && !isWide && pathOf ? withNode(pathOf(open), node) : null;
  useEffect(() => {
    if (elsewhere) navigate(elsewhere, { replace: true });
  }, [elsewhere, navigate]);
  return can && isWide && open !== null;
}

function BulkBar(props: { count: number; clear: () => void; children: ReactNode }) {
  const t = useText(kitTexts);
  return (
    <div className="by-bulk" role="status">
      <span>{t('selected', { count: props.count })}</span>
      {props.children}
      <button type="button" className="by-link-button" onClick={props.clear}>
        {t('clearSelection')}
      </button>
    </div>
  );
}
