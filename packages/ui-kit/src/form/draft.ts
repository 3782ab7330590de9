import type { FormField, FormValues } from './fields.tsx';

/** What was typed and on which version of the record, so that a reload loses nothing. */
export type Draft = { values: FormValues; base: FormValues; version: number | null };

const prefix = 'banyan.draft.';

export function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') as Draft | null;
    return draft?.values && draft.base ? draft : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: Draft, fields: FormField[]): void {
  const secret = new Set(fields.filter((field) => field.secret).map((field) => field.name));
  const keep = (values: FormValues) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));
  sessionStorage.setItem(
    prefix + key,
    JSON.stringify({ ...draft, values: keep(draft.values), base: keep(draft.base) }),
  );
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(prefix + key);
}

/** At sign-out: what one person typed is not for the next. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
