import type { ArchivesSchemas } from '@banyan/api-client/archives';
import type { Import, ImportField, ImportMode } from './import.ts';

type Mapping = ArchivesSchemas['ImportMapping'];
type Stage = NonNullable<Import['defaults']['stage']>;

/** What was chosen on the page and not yet sent. */
export type ColumnDraft = {
  fields: Readonly<Record<number, ImportField | null>>;
  organizationId?: string | null;
  stage?: Stage | null;
  mode?: ImportMode;
};

export const noDraft: ColumnDraft = { fields: {} };

export function fieldOf(shown: Import, draft: ColumnDraft, index: number): ImportField | null {
  const chosen = draft.fields[index];
  return chosen === undefined
    ? (shown.columns.find((column) => column.index === index)?.field ?? null)
    : chosen;
}

export function defaultsOf(shown: Import, draft: ColumnDraft) {
  return {
    organizationId: draft.organizationId === undefined ? shown.defaults.organizationId : draft.organizationId,
    stage: draft.stage === undefined ? shown.defaults.stage : draft.stage,
  };
}

/** Fields that more than one column was chosen for. */
export function chosenTwice(shown: Import, draft: ColumnDraft): ImportField[] {
  const seen = new Set<ImportField>();
  const twice = new Set<ImportField>();
  for (const { index } of shown.columns) {
    const field = fieldOf(shown, draft, index);
    if (field && seen.has(field)) twice.add(field);
    if (field) seen.add(field);
  }
  return [...twice];
}

const required: readonly ImportField[] = ['name', 'organization', 'stage'];

/** What no row can do without and neither a column nor one value for all gives. */
export function stillMissing(shown: Import, draft: ColumnDraft): ImportField[] {
  const mapped = new Set(shown.columns.map(({ index }) => fieldOf(shown, draft, index)));
  const defaults = defaultsOf(shown, draft);
  const given = new Set<ImportField>([
    ...(defaults.organizationId ? (['organization'] as const) : []),
    ...(defaults.stage ? (['stage'] as const) : []),
  ]);
  const missing: readonly ImportField[] = shown.missing;
  const wanted = new Set<ImportField>([...required, ...missing]);
  return [...wanted].filter(
    (field) =>
      !mapped.has(field) && !given.has(field) && (missing.includes(field) || wasMapped(shown, field)),
  );
}

/** A field that the service found, so that it is missing only by what was chosen here. */
function wasMapped(shown: Import, field: ImportField): boolean {
  return shown.columns.some((column) => column.field === field);
}

/** What differs from what the service has; null when nothing does. */
export function changesOf(shown: Import, draft: ColumnDraft): Mapping | null {
  const columns = shown.columns
    .filter(
      ({ index, field, duplicate, guess }) =>
        fieldOf(shown, draft, index) !== field ||
        // Of columns with the same heading even to leave them out is a choice.
        (duplicate && guess !== 'chosen' && draft.fields[index] !== undefined),
    )
    .map(({ index }) => ({ index, field: fieldOf(shown, draft, index) }));
  const defaults = defaultsOf(shown, draft);
  const differ =
    defaults.organizationId !== shown.defaults.organizationId || defaults.stage !== shown.defaults.stage;
  const mode = draft.mode && draft.mode !== shown.mode ? draft.mode : null;
  if (columns.length === 0 && !differ && !mode) return null;
  return {
    ...(columns.length > 0 ? { columns } : {}),
    ...(differ ? { defaults } : {}),
    ...(mode ? { mode } : {}),
  };
}
