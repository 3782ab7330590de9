import { narrow, NoticeTag, useMedia, useText } from '@banyan/ui-kit';
import { Select } from 'antd';
import { type ColumnDraft, fieldOf } from './column-draft.ts';
import type { Import, ImportColumn, ImportField } from './import.ts';
import { useFieldName, useOfferedFields } from './import-fields.ts';
import { wizardTexts } from './wizard-texts.ts';

type Props = {
  shown: Import;
  draft: ColumnDraft;
  onChoose: (index: number, field: ImportField | null) => void;
};

/** Each column of the file with what stands in it and the field that it brings. */
export function ColumnsTable(props: Props) {
  const t = useText(wizardTexts);
  const phone = useMedia(narrow);
  const { columns } = props.shown;
  if (phone)
    return (
      <ul className="by-cards imports-columns-cards">
        {columns.map((column) => (
          <li key={column.index}>
            <ColumnName column={column} />
            <Samples column={column} />
            <FieldSelect {...props} column={column} />
            <Guess {...props} column={column} />
          </li>
        ))}
      </ul>
    );
  return (
    <div className="imports-scroll">
      <table className="imports-table imports-columns">
        <thead>
          <tr>
            <th scope="col">{t('column.file')}</th>
            <th scope="col">{t('column.samples')}</th>
            <th scope="col">{t('column.field')}</th>
            <th scope="col">{t('column.guess')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.index}>
              <th scope="row">
                <ColumnName column={column} />
              </th>
              <td>
                <Samples column={column} />
              </td>
              <td className="imports-columns-field">
                <FieldSelect {...props} column={column} />
              </td>
              <td>
                <Guess {...props} column={column} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ColumnProps = Props & { column: ImportColumn };

function ColumnName({ column }: { column: ImportColumn }) {
  const t = useText(wizardTexts);
  return (
    <span className="imports-column-name">
      <span className="imports-letter" aria-hidden>
        {column.letter}
      </span>{' '}
      {column.heading || t('unnamed', { letter: column.letter })}{' '}
      {column.duplicate && <NoticeTag>{t('sameHeading')}</NoticeTag>}
    </span>
  );
}

function Samples({ column }: { column: ImportColumn }) {
  return <span className="by-third imports-samples">{column.samples.slice(0, 3).join(' · ') || '—'}</span>;
}

function FieldSelect({ shown, draft, column, onChoose }: ColumnProps) {
  const t = useText(wizardTexts);
  const nameOf = useFieldName();
  const offered = useOfferedFields(shown);
  return (
    <Select<ImportField>
      value={fieldOf(shown, draft, column.index) ?? ''}
      onChange={(field) => onChoose(column.index, field || null)}
      options={[
        { value: '', label: t('leftOut') },
        ...offered.map((field) => ({ value: field, label: nameOf(field) })),
      ]}
      disabled={!shown.abilities.includes('map')}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('fieldOf', { column: column.heading || t('unnamed', { letter: column.letter }) })}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
    />
  );
}

function Guess({ shown, draft, column }: ColumnProps) {
  const t = useText(wizardTexts);
  const chosen = fieldOf(shown, draft, column.index) !== column.field;
  const guess = chosen ? 'chosen' : column.guess;
  if (guess === 'none') return <NoticeTag>{t('guess.none')}</NoticeTag>;
  return <span className="by-third by-nowrap">{t(`guess.${guess}`)}</span>;
}
