import type { Sealer } from '../members/sealed-fields.ts';
import type { ImportField } from './import-fields.ts';
import type { KeptRow } from './parse-row.ts';
import type { CellMark } from './raw-row.ts';

interface Packed {
  readonly c: readonly string[];
  readonly m?: Readonly<Record<number, CellMark>>;
  readonly x?: Readonly<Partial<Record<ImportField, string>>>;
}

/** Any cell may hold what must not lie in clear, so all of them are sealed, as one. */
export function sealRow(
  sealer: Sealer,
  importId: string,
  row: number,
  { cells, marks, corrections }: KeptRow,
): Buffer {
  const packed: Packed = { c: cells, ...(marks && { m: marks }), ...(corrections && { x: corrections }) };
  return sealer.seal(`${importId}:${row}`, 'importRow', JSON.stringify(packed));
}

export function openRow(sealer: Sealer, importId: string, row: number, sealed: Uint8Array): KeptRow {
  const { c, m, x } = JSON.parse(sealer.open(`${importId}:${row}`, 'importRow', sealed)) as Packed;
  return { cells: c, marks: m, corrections: x };
}
