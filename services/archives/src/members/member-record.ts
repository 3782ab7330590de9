import { listFields, type MemberField, memberFieldNames, type MemberValues } from './member-fields.ts';
import type { MemberInsert, RecordRow, StoredChange } from './member-table.ts';
import { isSensitive, type SensitiveField } from './masks.ts';
import { searchKeys } from './name-keys.ts';
import type { Sealer } from './sealed-fields.ts';

/** What is known of somebody of whom nothing is known yet. */
export const blankValues: Omit<MemberValues, 'name'> = Object.fromEntries(
  memberFieldNames
    .filter((field) => field !== 'name')
    .map((field) => [field, (listFields as readonly string[]).includes(field) ? [] : null]),
) as never;

function opened(sealer: Sealer, row: RecordRow, field: SensitiveField): string | null {
  const sealed = row[field];
  return sealed === null ? null : sealer.open(row.id, field, sealed);
}

/** The written fields of a record, in plain. */
export function valuesOf(sealer: Sealer, row: RecordRow): MemberValues {
  return Object.fromEntries(
    memberFieldNames.map((field) => [field, isSensitive(field) ? opened(sealer, row, field) : row[field]]),
  ) as never;
}

/** The columns that hold these values: sensitive ones sealed and hashed, the name with its search keys. */
export function columnsOf(sealer: Sealer, id: string, values: Partial<MemberValues>): Partial<MemberInsert> {
  const { idNumber, phone, address, name, ...plain } = values;
  const columns: Partial<MemberInsert> = { ...plain };
  if (name !== undefined) Object.assign(columns, { name, ...searchKeys(name) });
  const made = (value: string | null, make: (value: string) => Buffer) =>
    value === null ? null : make(value);
  if (address !== undefined) columns.address = made(address, (value) => sealer.seal(id, 'address', value));
  if (idNumber !== undefined) {
    columns.idNumber = made(idNumber, (value) => sealer.seal(id, 'idNumber', value));
    columns.idNumberHash = made(idNumber, (value) => sealer.hash('idNumber', value));
    columns.idNumberTail = made(idNumber, (value) => sealer.tail('idNumber', value));
  }
  if (phone !== undefined) {
    columns.phone = made(phone, (value) => sealer.seal(id, 'phone', value));
    columns.phoneHash = made(phone, (value) => sealer.hash('phone', value));
    columns.phoneTail = made(phone, (value) => sealer.tail('phone', value));
  }
  return columns;
}

/** The fields whose values differ. */
export function changedFields(before: MemberValues, after: MemberValues): MemberField[] {
  return memberFieldNames.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** What the history keeps of these changes: sensitive values sealed for the same record and field. */
export function storedChanges(
  sealer: Sealer,
  id: string,
  fields: readonly MemberField[],
  before: MemberValues | null,
  after: MemberValues,
): StoredChange[] {
  const kept = (field: MemberField, value: unknown): unknown =>
    value !== null && isSensitive(field) ? sealer.seal(id, field, String(value)).toString('base64') : value;
  return fields.map((field) => ({
    field,
    from: before === null ? null : kept(field, before[field]),
    to: kept(field, after[field]),
  }));
}

/** A change as its readers see it. */
export function maskedChange(sealer: Sealer, id: string, { field, from, to }: StoredChange): StoredChange {
  if (!isSensitive(field)) return { field, from, to };
  const mask = (value: unknown): unknown =>
    value === null ? null : sealer.mask(id, field, Buffer.from(String(value), 'base64'));
  return { field, from: mask(from), to: mask(to) };
}
