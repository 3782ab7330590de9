import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { changedFields } from './conflict.ts';
import { type Draft, dropDraft, readDraft, writeDraft } from './draft.ts';
import type { FormField, FormValues } from './fields.tsx';

type Options = { draftKey: string; fields: FormField[]; initial: FormValues; version: number | null };

/** What was typed, kept through reloads, beside the record that it began from. */
export function useFormDraft(form: FormInstance<FormValues>, options: Options) {
  const { draftKey, fields, initial, version } = options;
  const [start] = useState(() => readDraft(draftKey));
  const origin = useRef<Omit<Draft, 'values'>>(start ?? { base: initial, version });
  const [restored, setRestored] = useState(start !== null);
  const [dirty, setDirty] = useState(start !== null);

  const clear = () => {
    dropDraft(draftKey);
    setDirty(false);
  };
  const typed = (values: FormValues) => {
    const differs = Object.keys(changedFields(fields, origin.current.base, values)).length > 0;
    setDirty(differs);
    if (differs) writeDraft(draftKey, { ...origin.current, values }, fields);
    else dropDraft(draftKey);
  };
  const discard = () => {
    clear();
    origin.current = { base: initial, version };
    form.setFieldsValue(initial);
    setRestored(false);
  };
  return { initialValues: { ...initial, ...start?.values }, origin, restored, dirty, typed, clear, discard };
}
