import { AppError } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import { holds, type Scope, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { isCustomName } from '../fields/change-custom.ts';
import { loadBranches } from './branches.ts';
import type { Checking } from './check-rows.ts';
import type { CustomColumns } from './custom-columns.ts';
import { refusedAct } from './find-import.ts';
import { type ImportField, type ImportMode, requiredFields, type RosterField } from './import-fields.ts';
import type { ImportRecord } from './import-table.ts';
import type { ImportColumn, ImportDefaults } from './import-views.ts';
import { loadCustomColumns } from './load-custom-columns.ts';

/** The rights that an import is made with: those of its importer now, within the organization it is about. */
export async function importerScope(
  { kit }: Deps,
  asked: { accountId: string; personId: string | null; requestId: string | null },
  organizationId: string,
): Promise<Scope> {
  const actor = await kit.authenticator.recall(asked);
  return within(kit.authorizer.authorize(actor, 'archives.member.import'), kit.tree(), organizationId);
}

/** The same for whoever goes on with an import in the importer's place: rights that are lost are none of the reader's. */
export async function scopeOfImporter(deps: Deps, record: ImportRecord): Promise<Scope> {
  return importerScope(deps, record, record.organizationId).catch((error: unknown) => {
    throw isRightLost(error) ? refusedAct('archives.import-right-lost') : error;
  });
}

/** Whether somebody's rights, or account, have ended meanwhile. */
export function isRightLost(error: unknown): boolean {
  return error instanceof AppError && (error.kind === 'forbidden' || error.kind === 'unauthenticated');
}

type Mapped = Pick<ImportRecord, 'id' | 'organizationId' | 'mode' | 'columns' | 'defaults' | 'source'>;

export async function checkingOf(
  deps: Deps,
  tx: Transaction,
  scope: Scope,
  record: Mapped,
  known?: CustomColumns,
): Promise<Checking> {
  const tree = deps.kit.tree();
  const inScope = (organizationId: string): boolean => holds(scope, tree, organizationId);
  const defaults = record.defaults;
  const home = defaults.organizationId;
  const columns = columnsByField(record.columns);
  return {
    importId: record.id,
    sealer: deps.sealer,
    inScope,
    mode: record.mode,
    today: deps.kit.clock.today(),
    layout: {
      columns,
      defaults: home !== null && !inScope(home) ? { ...defaults, organizationId: null } : defaults,
      date1904: record.source?.date1904 ?? false,
      branches: await loadBranches(tx, tree, scope),
      custom: known ?? (await loadCustomColumns(deps, tx, scope, record.organizationId)),
      customNames: [...columns.keys()].filter(isCustomName),
    },
  };
}

export function columnsByField(columns: readonly ImportColumn[]): Map<ImportField, number> {
  return new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])));
}

/** Fields that no row can do without and that neither a column nor a default brings. */
export function missingFields(
  mode: ImportMode,
  columns: readonly ImportColumn[],
  defaults: ImportDefaults,
): RosterField[] {
  const mapped = columnsByField(columns);
  if (mode === 'update') return mapped.has('idNumber') ? [] : ['idNumber'];
  const given: Partial<Record<RosterField, unknown>> = {
    organization: defaults.organizationId,
    stage: defaults.stage,
  };
  return requiredFields.filter((field) => !mapped.has(field) && !given[field]);
}
