import { useText } from '@banyan/ui-kit';
import type { ImportField, ImportRow } from './import.ts';
import { useFieldName } from './import-fields.ts';
import { cellOf } from './row-cell.ts';
import { RowCell } from './RowCell.tsx';
import { RowHead, type RowsProps } from './RowTable.tsx';
import type { CellEditing } from './use-cell-editing.ts';
import { wizardTexts } from './wizard-texts.ts';

/** Rows on a phone: what is wrong first, the rest on demand. */
export function RowCards({ shown, rows, fields, editing }: RowsProps) {
  const t = useText(wizardTexts);
  const mayCorrect = shown.abilities.includes('correct');
  return (
    <ul className="by-cards">
      {rows.map((row) => {
        const first = fields.filter((field) => needsLook(row, field));
        const rest = fields.filter((field) => !first.includes(field) && field !== 'name');
        return (
          <li key={row.row}>
            <div className="by-card-name imports-card-name">
              {row.name ?? t('emptyCell')} <RowHead row={row} inCard />
            </div>
            <Fields row={row} fields={first} editing={mayCorrect ? editing : null} />
            <details open={first.length === 0 && rows.length < 4}>
              <summary>{t('more')}</summary>
              <Fields row={row} fields={rest} editing={mayCorrect ? editing : null} />
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** A cell that was put right stays where it was, so that the card does not jump. */
function needsLook(row: ImportRow, field: ImportField): boolean {
  const { errors, corrected } = cellOf(row, field);
  return errors.length > 0 || corrected;
}

function Fields(props: { row: ImportRow; fields: ImportField[]; editing: CellEditing | null }) {
  const nameOf = useFieldName();
  return (
    <dl>
      {props.fields.map((field) => (
        <div key={field}>
          <dt>{nameOf(field)}</dt>
          <dd>
            <RowCell
              cell={cellOf(props.row, field)}
              place={{ row: props.row.row, field }}
              editing={props.editing}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
