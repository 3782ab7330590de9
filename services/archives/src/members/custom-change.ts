import type { Stage } from '@banyan/contracts/person';
import type { Transaction } from '@banyan/service-kit/database';
import { changeCustom, type CustomChange, type CustomPlace } from '../fields/change-custom.ts';
import type { CustomValues } from '../fields/custom-field.ts';
import { effectiveFields } from '../fields/effective-fields.ts';
import type { RecordRow } from './member-table.ts';

type Given = Readonly<Record<string, unknown>>;
interface Home {
  readonly organizationId: string;
  readonly stage: Stage;
}

/** A change of custom values, and the column that holds them where it differs. */
export interface WrittenCustom extends CustomChange {
  readonly columns: { readonly custom?: CustomValues };
}

const unchanged: WrittenCustom = { values: {}, changes: [], errors: [], columns: {} };

/** What a correction makes of the custom values of a record. Values of fields that apply elsewhere stay as they are. */
export async function customChange(tx: Transaction, row: RecordRow, given: Given): Promise<WrittenCustom> {
  if (Object.keys(given).length === 0) return unchanged;
  const fields = await effectiveFields(tx, row.organizationId);
  return written({ fields, stage: row.stage, isNew: false }, row.custom, given);
}

/** The custom values of a new record, with every required one asked for. */
export async function customOfNew(
  tx: Transaction,
  { organizationId, stage }: Home,
  given: Given,
): Promise<WrittenCustom> {
  const fields = await effectiveFields(tx, organizationId);
  return written({ fields, stage, isNew: true }, {}, given);
}

function written(place: CustomPlace, before: CustomValues, given: Given): WrittenCustom {
  const change = changeCustom(place, before, given);
  return { ...change, columns: change.changes.length > 0 ? { custom: change.values } : {} };
}
