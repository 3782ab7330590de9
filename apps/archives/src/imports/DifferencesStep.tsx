import { AppLink, FieldChange, narrow, ProblemNotice, useMedia, useText } from '@banyan/ui-kit';
import { Button, Pagination, Segmented, Skeleton } from 'antd';
import { useMemberWords } from '../members/use-member-words.ts';
import { CommitBar } from './CommitBar.tsx';
import type { Import, ImportField, ImportRow, Step } from './import.ts';
import { useFieldName } from './import-fields.ts';
import { type RowFilter, useImportRows } from './queries.ts';
import { cellOf } from './row-cell.ts';
import { useRowsQuery } from './use-rows-query.ts';
import { wizardTexts } from './wizard-texts.ts';

type Difference = ImportRow['changes'][number];

/** What would become of the records, row by row, before anything is written. */
export function DifferencesStep({ shown, onGo }: { shown: Import; onGo: (step: Step) => void }) {
  const t = useText(wizardTexts);
  const phone = useMedia(narrow);
  const filters = ['updated', 'added', 'unchanged'] as const;
  const { query, setFilter, setPage } = useRowsQuery(filters, shown.updated > 0 ? 'updated' : 'added');
  const list = useImportRows(shown.id, query);
  return (
    <section className="by-card imports-rows" aria-label={t('step.differences')}>
      <div className="imports-toolbar">
        <Segmented<RowFilter>
          value={query.filter}
          onChange={setFilter}
          aria-label={t('filter')}
          options={filters.map((filter) => ({
            value: filter,
            label: t(`filter.${filter}`, { count: shown[filter] }),
          }))}
        />
      </div>
      {list.error ? (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton active className="imports-skeleton" paragraph={{ rows: 8 }} />
      ) : list.data.items.length === 0 ? (
        <div className="by-empty">
          <strong>{t('noRows')}</strong>
        </div>
      ) : (
        <ol className="imports-differences">
          {list.data.items.map((row) => (
            <li key={row.row}>
              <Who row={row} />
              {row.action === 'update' ? (
                <Changes changes={row.changes} />
              ) : row.action === 'add' ? (
                <NewPerson row={row} />
              ) : (
                <span className="by-third">{t('nothing')}</span>
              )}
            </li>
          ))}
        </ol>
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
      <CommitBar shown={shown} back={<Button onClick={() => onGo('rows')}>{t('previous')}</Button>} />
    </section>
  );
}

function Who({ row }: { row: ImportRow }) {
  const t = useText(wizardTexts);
  return (
    <div>
      <span className="imports-letter">{t('rowTitle', { row: String(row.row) })}</span>{' '}
      {row.memberId ? (
        <AppLink to={`/archives/members/${row.memberId}`}>{row.name}</AppLink>
      ) : (
        <strong>{row.name}</strong>
      )}
    </div>
  );
}

function Changes({ changes }: { changes: Difference[] }) {
  const words = useMemberWords();
  return (
    <div className="imports-changes">
      {changes.map(({ field, from, to }) => (
        <FieldChange
          key={field}
          label={words.field(field)}
          from={words.value(field, from)}
          to={words.value(field, to)}
        />
      ))}
    </div>
  );
}

const told: readonly ImportField[] = ['organization', 'stage', 'joinedOn', 'idNumber'];

/** A new record has nothing to differ from: what tells one person from another. */
function NewPerson({ row }: { row: ImportRow }) {
  const nameOf = useFieldName();
  return (
    <div className="imports-changes">
      {told.map((field) => {
        const { text } = cellOf(row, field);
        return text && <FieldChange key={field} label={nameOf(field)} from={null} to={text} />;
      })}
    </div>
  );
}
