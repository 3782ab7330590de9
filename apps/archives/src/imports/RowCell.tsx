import { useText } from '@banyan/ui-kit';
import { useEffect, useRef } from 'react';
import { CellEditor } from './CellEditor.tsx';
import type { CellPlace, RowError } from './import.ts';
import { useFieldName, useRosterChoices } from './import-fields.ts';
import type { Cell } from './row-cell.ts';
import type { CellEditing } from './use-cell-editing.ts';
import { useRowErrorText } from './use-row-error-text.ts';
import { wizardTexts } from './wizard-texts.ts';

type Props = { cell: Cell; place: CellPlace; editing: CellEditing | null };

/** One cell: its text, what is wrong with it and what would be right; opened, a field to type into. */
export function RowCell({ cell, place, editing }: Props) {
  const isOpen = isSame(editing?.at ?? null, place);
  const wrong = cell.errors.length > 0;
  return (
    <div className={wrong ? 'imports-cell-box imports-cell-wrong' : 'imports-cell-box'} data-cell-box>
      {editing && isOpen ? (
        <CellEditor cell={cell} place={place} editing={editing} />
      ) : (
        <CellText cell={cell} place={place} editing={editing} />
      )}
      <Told cell={cell} />
      {editing && wrong && <Choices cell={cell} place={place} editing={editing} />}
    </div>
  );
}

function CellText({ cell, place, editing }: Props) {
  const t = useText(wizardTexts);
  const nameOf = useFieldName();
  const errorText = useRowErrorText();
  const button = useRef<HTMLButtonElement>(null);
  const isLeft = isSame(editing?.left ?? null, place);
  useEffect(() => {
    if (isLeft) button.current?.focus();
  }, [isLeft]);
  if (!editing) return <span className="imports-plain">{cell.text}</span>;
  const wrong = cell.errors.length > 0;
  const words = {
    row: String(place.row),
    field: nameOf(place.field),
    value: cell.text || t('emptyCell'),
    errors: cell.errors.map(errorText).join(' '),
  };
  return (
    <button
      ref={button}
      type="button"
      className="imports-cell"
      data-cell={`${place.row} ${place.field}`}
      tabIndex={wrong ? 0 : -1}
      aria-label={t(wrong ? 'editWrongCell' : 'editCell', words)}
      onClick={() => editing.open(place)}
    >
      {cell.text || (wrong ? <span className="by-third">{t('emptyCell')}</span> : ' ')}
    </button>
  );
}

function isSame(one: CellPlace | null, other: CellPlace): boolean {
  return one?.row === other.row && one.field === other.field;
}

function Told({ cell }: { cell: Cell }) {
  const t = useText(wizardTexts);
  const errorText = useRowErrorText();
  return (
    <>
      {cell.errors.map((error) => (
        <span key={error.code} className="imports-error">
          {errorText(error)}
        </span>
      ))}
      {cell.errors.length === 0 && cell.corrected && (
        <span className="imports-corrected">{t('corrected')}</span>
      )}
      {cell.warnings.map((warning) => (
        <span key={warning.code} className="imports-warning">
          {errorText(warning)}
        </span>
      ))}
    </>
  );
}

/** One click instead of typing: branches with a like name, or the few words that the field takes. */
function Choices({ cell, place, editing }: Props & { editing: CellEditing }) {
  const t = useText(wizardTexts);
  const choicesOf = useRosterChoices();
  const names = new Set(cell.errors.flatMap(suggestedNames));
  for (const choice of choicesOf(place.field)) if (choice !== cell.text) names.add(choice);
  if (names.size === 0) return null;
  return (
    <span className="imports-choices">
      {[...names].map((name) => (
        <button
          key={name}
          type="button"
          className="imports-choice"
          disabled={editing.saving}
          aria-label={t('suggestion', { name })}
          onClick={() => void editing.save(place, name)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

function suggestedNames(error: RowError): string[] {
  const names = (error.suggestions ?? []).map(({ name }) => name);
  // Of those that are only alike the nearest will do; of those that are meant none may lack.
  return error.code === 'organization.ambiguous' ? names : names.slice(0, 3);
}
