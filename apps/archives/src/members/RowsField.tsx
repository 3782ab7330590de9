import { FieldControl, useText } from '@banyan/ui-kit';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memberTexts } from './member-texts.ts';

export type Row = Record<string, string | null>;
export type RowColumn = { name: string; label: string; kind: 'text' | 'date'; required?: boolean };

type Props = {
  name: string;
  columns: RowColumn[];
  max: number;
  id?: string;
  value?: Row[];
  onChange?: (rows: Row[]) => void;
};

/** A list inside a record: awards, family, career. */
export function RowsField({ name, columns, max, id, value = [], onChange }: Props) {
  const t = useText(memberTexts);
  const set = (index: number, column: string, text: string) =>
    onChange?.(
      value.map((row, at) => (at === index ? { ...row, [column]: text === '' ? null : text } : row)),
    );
  const empty = Object.fromEntries(columns.map((column) => [column.name, null]));
  return (
    <div id={id}>
      <ul className="archives-row-list">
        {value.map((row, index) => (
          // Rows have no identity of their own: their place is what they are edited by.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <div className="archives-row-fields">
              {columns.map((column) => (
                <label key={column.name}>
                  {column.label}
                  <FieldControl
                    field={{ name: column.name, label: column.label, kind: column.kind }}
                    value={row[column.name] ?? null}
                    onChange={(next) => set(index, column.name, typeof next === 'string' ? next : '')}
                  />
                </label>
              ))}
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('removeRow', { row: index + 1 })}
              onClick={() => onChange?.(value.filter((_row, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {value.length < max && (
        <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, empty])}>
          {t('addRow', { name })}
        </Button>
      )}
    </div>
  );
}
