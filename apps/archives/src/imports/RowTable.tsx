import { AppLink, useText } from '@banyan/ui-kit';
import type { KeyboardEvent } from 'react';
import type { Import, ImportField, ImportRow } from './import.ts';
import { useFieldName } from './import-fields.ts';
import { cellOf, rowErrors } from './row-cell.ts';
import { RowCell } from './RowCell.tsx';
import type { CellEditing } from './use-cell-editing.ts';
import { useRowErrorText } from './use-row-error-text.ts';
import { wizardTexts } from './wizard-texts.ts';

export type RowsProps = {
  shown: Import;
  rows: readonly ImportRow[];
  fields: readonly ImportField[];
  editing: CellEditing;
};

/** Rows as the file has them. Wrong cells are stops of Tab; the arrow keys reach every cell. */
export function RowTable({ shown, rows, fields, editing }: RowsProps) {
  const t = useText(wizardTexts);
  const nameOf = useFieldName();
  return (
    <div className="imports-scroll imports-rows-scroll">
      <table className="imports-table" onKeyDown={(event) => moveByArrow(event, rows, fields)}>
        <caption className="by-hidden">{t('rowsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="imports-stuck">
              {t('rowNumber')}
            </th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {nameOf(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} className={row.valid ? undefined : 'imports-row-wrong'}>
              <th scope="row" className="imports-stuck">
                <RowHead row={row} />
              </th>
              {fields.map((field) => (
                <td key={field}>
                  <RowCell
                    cell={cellOf(row, field)}
                    place={{ row: row.row, field }}
                    editing={shown.abilities.includes('correct') ? editing : null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The row's number, what is wrong with it as a whole, and once it is on record the way there. */
export function RowHead({ row, inCard = false }: { row: ImportRow; inCard?: boolean }) {
  const t = useText(wizardTexts);
  const errorText = useRowErrorText();
  const number = String(row.row);
  const shown = inCard ? t('rowTitle', { row: number }) : number;
  return (
    <>
      {row.memberId ? (
        <AppLink
          to={`/archives/members/${row.memberId}`}
          aria-label={t('openRecord', { row: number, name: row.name ?? '' })}
        >
          {shown}
        </AppLink>
      ) : (
        <span>{shown}</span>
      )}
      {rowErrors(row).map((error) => (
        <span key={error.code} className="imports-error">
          {errorText(error)}
        </span>
      ))}
    </>
  );
}

const moves: Record<string, readonly [row: number, field: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moveByArrow(
  event: KeyboardEvent<HTMLTableElement>,
  rows: readonly ImportRow[],
  fields: readonly ImportField[],
): void {
  const move = moves[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('button[data-cell]')?.dataset['cell'];
  if (!move || !from) return;
  const [row = '', field = ''] = from.split(' ');
  const toRow = rows[rows.findIndex((other) => String(other.row) === row) + move[0]];
  const toField = fields[fields.findIndex((other) => other === field) + move[1]];
  if (!toRow || !toField) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>(`[data-cell="${toRow.row} ${toField}"]`)?.focus();
}
