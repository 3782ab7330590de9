import { useText } from '@banyan/ui-kit';
import { Input } from 'antd';
import { type KeyboardEvent, type FocusEvent, useEffect, useId, useRef, useState } from 'react';
import type { InputRef } from 'antd';
import type { CellPlace } from './import.ts';
import { useFieldName } from './import-fields.ts';
import type { Cell } from './row-cell.ts';
import type { CellEditing } from './use-cell-editing.ts';
import { wizardTexts } from './wizard-texts.ts';

type Props = { cell: Cell; place: CellPlace; editing: CellEditing };

/** Enter saves and goes to the next wrong cell, Escape leaves it as it was, going elsewhere saves. */
export function CellEditor({ cell, place, editing }: Props) {
  const t = useText(wizardTexts);
  const nameOf = useFieldName();
  const input = useRef<InputRef>(null);
  const hint = useId();
  const before = cell.masked ? '' : cell.text;
  const [text, setText] = useState(before);
  useEffect(() => {
    input.current?.focus({ cursor: 'all' });
    input.current?.input?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, []);
  const type = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void editing.save(place, text.trim());
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editing.cancel(true);
    }
  };
  const leave = (event: FocusEvent) => {
    const box = event.currentTarget.closest('[data-cell-box]');
    if (editing.saving || box?.contains(event.relatedTarget)) return;
    if (text.trim() === before.trim()) editing.cancel();
    else void editing.save(place, text.trim(), true);
  };
  return (
    <>
      <Input
        ref={input}
        size="small"
        value={text}
        readOnly={editing.saving}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={type}
        onBlur={leave}
        placeholder={cell.masked ? t('maskedCell') : undefined}
        status={editing.refusal ? 'error' : ''}
        aria-label={`${t('rowTitle', { row: String(place.row) })} ${nameOf(place.field)}`}
        aria-describedby={hint}
        aria-invalid={editing.refusal !== null || cell.errors.length > 0}
        autoComplete="off"
        maxLength={2000}
      />
      <span id={hint} className={editing.refusal ? 'imports-error' : 'imports-hint'} aria-live="polite">
        {editing.refusal ?? t(editing.saving ? 'saving' : 'saveHint')}
      </span>
    </>
  );
}
