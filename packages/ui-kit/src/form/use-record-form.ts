import { Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocale } from '../locale.tsx';
import { type Problem, problemOf } from '../problem.ts';
import { fieldErrorText } from '../problem-text.ts';
import { changedFields, type Choice, type ConflictRow, conflictRows, merge } from './conflict.ts';
import { type Draft, dropDraft, readDraft, writeDraft } from './draft.ts';
import type { FormField, FormValues } from './fields.tsx';

export type RecordFormOptions<Result> = {
  /** Names the draft: `archives.member.<id>`, `archives.member.new`. */
  draftKey: string;
  fields: FormField[];
  initial: FormValues;
  /** The version that these values were read at; null for a new record. */
  version: number | null;
  /** Values of the form in the record that a 412 brings; by default the fields of the same name. */
  valuesOf?: (record: Record<string, unknown>) => FormValues;
  /** `changes` holds only what differs from the record; send it with `If-Match` of `version`. */
  onSubmit: (values: FormValues, context: { changes: FormValues; version: number | null }) => Promise<Result>;
  onDone: (result: Result) => void;
};

type Conflict = { rows: ConflictRow[]; theirs: FormValues; version: number };

/** State of the form pattern: draft, submission, refusals on fields, and the merge after a stale edit. */
export function useRecordForm<Result>(options: RecordFormOptions<Result>) {
  const { draftKey, fields } = options;
  const locale = useLocale();
  const [form] = Form.useForm<FormValues>();
  const [start] = useState(() => readDraft(draftKey));
  const origin = useRef<Omit<Draft, 'values'>>(start ?? { base: options.initial, version: options.version });
  const [restored, setRestored] = useState(start !== null);
  const [dirty, setDirty] = useState(start !== null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const initialValues = { ...options.initial, ...start?.values };

  const typed = (values: FormValues) => {
    setDirty(Object.keys(changedFields(fields, origin.current.base, values)).length > 0);
    writeDraft(draftKey, { ...origin.current, values }, fields);
  };
  const discard = () => {
    dropDraft(draftKey);
    origin.current = { base: options.initial, version: options.version };
    form.setFieldsValue(options.initial);
    setRestored(false);
    setDirty(false);
    setProblem(null);
  };
  const refused = (error: unknown, values: FormValues) => {
    const found = problemOf(error);
    if (found.status === 412 && found.current) {
      const theirs = (options.valuesOf ?? ((record) => record as FormValues))(found.current);
      const rows = conflictRows(fields, origin.current.base, values, theirs);
      return setConflict({ rows, theirs, version: Number(found.current['version']) });
    }
    const named = found.errors.filter(({ field }) => fields.some(({ name }) => name === field));
    form.setFields(
      named.map(({ field, code, message }) => ({
        name: field,
        errors: [fieldErrorText(code, message, locale)],
      })),
    );
    if (named[0]) form.scrollToField(named[0].field, { focus: true });
    setProblem(found);
  };
  const submit = async (values: FormValues) => {
    setBusy(true);
    setProblem(null);
    const { base, version } = origin.current;
    try {
      const result = await options.onSubmit(values, {
        changes: changedFields(fields, base, values),
        version,
      });
      dropDraft(draftKey);
      setDirty(false);
      setDone({ result });
    } catch (error) {
      refused(error, values);
    } finally {
      setBusy(false);
    }
  };
  const resolve = (choices: Record<string, Choice>) => {
    if (!conflict) return;
    const merged = merge(conflict.rows, form.getFieldsValue(true) as FormValues, choices);
    origin.current = { base: conflict.theirs, version: conflict.version };
    form.setFieldsValue(merged);
    setConflict(null);
    void submit(merged);
  };

  // `onDone` may navigate: only once the form is clean, or the question about leaving would come.
  const [done, setDone] = useState<{ result: Result } | null>(null);
  const { onDone } = options;
  const told = useRef<typeof done>(null);
  useEffect(() => {
    if (!done || dirty || told.current === done) return;
    told.current = done;
    // The guard against leaving learns in a later effect of this same commit that the form is clean.
    queueMicrotask(() => onDone(done.result));
  }, [done, dirty, onDone]);

  return {
    form,
    initialValues,
    locale,
    busy,
    dirty,
    problem,
    conflict,
    restored,
    typed,
    discard,
    submit,
    resolve,
    giveUpConflict: () => setConflict(null),
  };
}
