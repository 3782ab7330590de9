import { narrow, useMedia, useText } from '@banyan/ui-kit';
import { CheckCircleOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fieldsOf, type Import, type ImportRow, type Step } from './import.ts';
import { type RowFilter, useImportRows } from './queries.ts';
import { RowCards } from './RowCards.tsx';
import { RowsFrame } from './RowsFrame.tsx';
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
  const asked = useRowsQuery(filters, shown.invalid > 0 ? 'invalid' : 'all');
  const { query, turnPage } = asked;
  const list = useImportRows(shown.id, query);
  const rows = list.data?.items ?? [];
  const fields = fieldsOf(shown.columns, rows);
  const editing = useCellEditing({ shown, query, rows, fields, readAgain: () => list.refetch() });
  const Rows = phone ? RowCards : RowTable;
  const turned = shown.invalid > 0 && query.filter === 'invalid' && !hasWrong(rows) && rows.length > 0;
  return (
    <RowsFrame
      label={t('step.rows')}
      filters={filters}
      shown={shown}
      asked={asked}
      list={list}
      tools={
        <>
          <p className="imports-note" role="status">
            {editing.note}
          </p>
          {shown.invalid > 0 && <MarkedFile shown={shown} />}
        </>
      }
      empty={<NoRows shown={shown} filter={query.filter} />}
      foot={
        shown.status === 'preview' && (
          <div className="imports-ways">
            <Button onClick={() => onGo('columns')}>{t('previous')}</Button>
            {turned && <Button onClick={() => void turnPage(() => list.refetch())}>{t('showWrong')}</Button>}
            <Button type={shown.invalid === 0 ? 'primary' : 'default'} onClick={() => onGo('differences')}>
              {t('next')}
            </Button>
          </div>
        )
      }
    >
      {() => <Rows shown={shown} rows={rows} fields={fields} editing={editing} />}
    </RowsFrame>
  );
}

function hasWrong(rows: readonly ImportRow[]): boolean {
  return rows.some(({ valid }) => !valid);
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
