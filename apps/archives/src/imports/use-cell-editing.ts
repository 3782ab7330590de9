import { problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { useState } from 'react';
import {
  type CellPlace,
  type Import,
  type ImportField,
  type ImportRow,
  nextWrongCell,
  wrongCells,
} from './import.ts';
import { correctRow, type RowsQuery, useReload, useRowCorrected } from './queries.ts';
import { useRowErrorText } from './use-row-error-text.ts';
import { wizardTexts } from './wizard-texts.ts';

export type CellEditing = {
  /** The cell that is typed into. */
  at: CellPlace | null;
  saving: boolean;
  /** Why the last text was not taken; what was typed stays in the cell. */
  refusal: string | null;
  /** What just happened, for everybody: it stands above the rows and is read aloud. */
  note: string;
  /** The cell that was just left as it was: the keyboard stays there. */
  left: CellPlace | null;
  open: (cell: CellPlace) => void;
  /** Leaves the open cell as it was; `stay` keeps the keyboard on it. */
  cancel: (stay?: boolean) => void;
  /** Saves and goes to the next wrong cell; `stay` only saves. */
  save: (cell: CellPlace, text: string, stay?: boolean) => Promise<void>;
};

type Context = {
  shown: Import;
  query: RowsQuery;
  rows: readonly ImportRow[];
  fields: readonly ImportField[];
  readAgain: () => Promise<{ data: { items: ImportRow[] } | undefined }>;
};

/** What became of the last text. How many are left is counted when it is read. */
type Note = 'saved' | { errors: string } | null;

/** Corrects cell after cell: the answer says what is still wrong, and the next wrong cell opens by itself. */
export function useCellEditing({ shown, query, rows, fields, readAgain }: Context): CellEditing {
  const t = useText(wizardTexts);
  const textOf = useProblemText();
  const errorText = useRowErrorText();
  const reload = useReload(shown.id);
  const corrected = useRowCorrected(shown.id, query);
  const [at, setAt] = useState<CellPlace | null>(null);
  const [left, setLeft] = useState<CellPlace | null>(null);
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [note, setNote] = useState<Note>(null);

  const words = (said: Note): string => {
    if (said === null) return '';
    if (said !== 'saved') return t('stillWrong', said);
    return shown.invalid > 0 ? t('savedNext', { count: shown.invalid }) : t('savedLast');
  };
  const open = (cell: CellPlace | null) => {
    setRefusal(null);
    setLeft(null);
    setAt(cell);
  };
  const cancel = (stay = false) => {
    open(null);
    if (stay) setLeft(at);
  };
  const goOn = async (cell: CellPlace, now: readonly ImportRow[]) => {
    const next = nextWrongCell(now, fields, cell);
    if (next) return open(next);
    open(null);
    if (query.filter !== 'invalid' || query.page > 1) return;
    const { data } = await readAgain();
    const [first] = wrongCells(data?.items ?? [], fields);
    if (first) open(first);
  };
  const settle = async (cell: CellPlace, answer: ImportRow, before: ImportRow, stay: boolean) => {
    const now = rows.map((other) => (other.row === answer.row ? answer : other));
    corrected(answer, before);
    // Other rows are right or wrong by this one: those that were doubles of it.
    const others = [...before.errors, ...answer.errors].some(({ rows: doubles }) => doubles?.length);
    void reload(others ? 'rows' : 'import');
    const still = answer.errors.filter(({ field }) => field === cell.field);
    if (still.length > 0) {
      setNote({ errors: still.map(errorText).join(' ') });
      return stay ? open(null) : setRefusal(null);
    }
    setNote('saved');
    if (stay) open(null);
    else await goOn(cell, now);
  };
  const save = async (cell: CellPlace, text: string, stay = false) => {
    const before = rows.find(({ row }) => row === cell.row);
    if (!before || saving) return;
    setSaving(true);
    try {
      const answer = await correctRow(shown.id, before, { [cell.field]: text });
      // Together with the next cell's opening: whoever types on loses no letter.
      setSaving(false);
      await settle(cell, answer, before, stay);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 412) await reload('rows');
      setAt(cell);
      setRefusal(problem.status === 412 ? t('rowStale') : textOf(problem));
    } finally {
      setSaving(false);
    }
  };
  return { at, left, saving, refusal, note: words(note), open, cancel, save };
}
