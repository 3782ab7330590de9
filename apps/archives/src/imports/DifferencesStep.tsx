import { AppLink, FieldChange, useText } from '@banyan/ui-kit';
import { Button } from 'antd';
import { useRecordWords } from '../members/use-record-words.ts';
import { CommitBar } from './CommitBar.tsx';
import type { Import, ImportRow, Step } from './import.ts';
import { useImportRows } from './queries.ts';
import { RowsFrame } from './RowsFrame.tsx';
import { useRowsQuery } from './use-rows-query.ts';
import { wizardTexts } from './wizard-texts.ts';
import './differences.css';

type Difference = ImportRow['changes'][number];

const filters = ['updated', 'added', 'unchanged'] as const;

/** What would become of the records, row by row, before anything is written. */
export function DifferencesStep({ shown, onGo }: { shown: Import; onGo: (step: Step) => void }) {
  const t = useText(wizardTexts);
  const asked = useRowsQuery(filters, shown.updated > 0 ? 'updated' : 'added');
  const list = useImportRows(shown.id, asked.query);
  return (
    <RowsFrame
      label={t('step.differences')}
      filters={filters}
      shown={shown}
      asked={asked}
      list={list}
      empty={
        <div className="by-empty">
          <strong>{t('noRows')}</strong>
        </div>
      }
      foot={<CommitBar shown={shown} back={<Button onClick={() => onGo('rows')}>{t('previous')}</Button>} />}
    >
      {(rows) => (
        <ol className="imports-differences">
          {rows.map((row) => (
            <li key={row.row}>
              <Who row={row} />
              <Told row={row} />
            </li>
          ))}
        </ol>
      )}
    </RowsFrame>
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

/** A new record has nothing to differ from: what tells one person from another. */
const telling = ['organizationId', 'stage', 'joinedOn', 'idNumber'];

function Told({ row: { action, changes } }: { row: ImportRow }) {
  const t = useText(wizardTexts);
  if (action === 'update') return <Changes changes={changes} />;
  if (action === 'add')
    return (
      <Changes
        className="imports-changes imports-told"
        changes={telling.flatMap((field) => changes.filter((change) => change.field === field))}
      />
    );
  return <span className="by-third">{t('nothing')}</span>;
}

function Changes(props: { changes: Difference[]; className?: string }) {
  const words = useRecordWords(null);
  return (
    <div className={props.className ?? 'imports-changes'}>
      {props.changes.map(({ field, from, to }) => (
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
