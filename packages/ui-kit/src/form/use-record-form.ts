import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type LocaleId, useLocale } from '../locale.tsx';
import { type Problem, problemOf } from '../problem.ts';
import { fieldErrorText } from '../problem-text.ts';
import { changedFields, type Choice, type Conflict, conflictOf, merge } from './conflict.ts';
import type { FormField, FormValues } from './fields.tsx';
import { useFormDraft } from './use-form-draft.ts';

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
  /** Hears of what the form holds, from the draft on: for fields that depend on others. */
  onValues?: (values: FormValues) => void;
};

/** State of the form pattern: draft, submission, refusals on fields, and the merge after a stale edit. */
export function useRecordForm<Result>(options: RecordFormOptions<Result>) {
  const { fields } = options;
  const locale = useLocale();
  const [form] = Form.useForm<FormValues>();
  const draft = useFormDraft(form, options);
  const { origin } = draft;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [done, setDone] = useState<{ result: Result } | null>(null);
  useOnceClean(done, draft.dirty, options.onDone);
  const { onValues } = options;
  const start = useRef(draft.initialValues);
  useEffect(() => onValues?.(start.current), [onValues]);
  const typed = (values: FormValues) => {
    draft.typed(values);
    onValues?.(values);
  };

  const submit = async (values: FormValues) => {
    setBusy(true);
    setProblem(null);
    const { base, version } = origin.current;
    try {
      const changes = changedFields(fields, base, values);
      const result = await options.onSubmit(values, { changes, version });
      draft.clear();
      setDone({ result });
    } catch (error) {
      const found = problemOf(error);
      const stale = conflictOf(found, fields, base, values, options.valuesOf);
      setConflict(stale);
      if (stale) return;
      setProblem(found);
      showAtFields(form, found, fields, locale);
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
  const discard = () => {
    draft.discard();
    onValues?.(options.initial);
    setProblem(null);
  };
  return {
    ...draft,
    typed,
    form,
    locale,
    busy,
    problem,
    conflict,
    submit,
    resolve,
    discard,
    giveUpConflict: () => setConflict(null),
  };
}

/** `onDone` may navigate: only once the form is clean, or the question about leaving would come. */
function useOnceClean<Result>(
  done: { result: Result } | null,
  dirty: boolean,
  onDone: (result: Result) => void,
): void {
  const told = useRef<typeof done>(null);
  useEffect(() => {
    if (!done || dirty || told.current === done) return;
    told.current = done;
    // The guard against leaving learns in a later effect of this same commit that the form is clean.
    queueMicrotask(() => onDone(done.result));
  }, [done, dirty, onDone]);
}

function showAtFields(
  form: FormInstance<FormValues>,
  problem: Problem,
  fields: FormField[],
  locale: LocaleId,
): void {
  const named = problem.errors.filter(({ field }) => fields.some(({ name }) => name === field));
  form.setFields(
    named.map(({ field, code, message }) => ({
      name: field,
      errors: [fieldErrorText(code, message, locale)],
    })),
  );
  if (named[0]) form.scrollToField(named[0].field, { focus: true });
}
