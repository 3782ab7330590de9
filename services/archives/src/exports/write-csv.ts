import { stringify } from 'csv-stringify/sync';

/** Rows as CSV (RFC 4180) in UTF-8 with its mark, by which spreadsheets tell it; what would be a formula is text. */
export async function* csvOf(
  heading: readonly string[],
  pages: AsyncIterable<readonly (readonly (string | null)[])[]>,
): AsyncGenerator<Uint8Array> {
  yield encode([heading], true);
  for await (const rows of pages) yield encode(rows, false);
}

function encode(rows: readonly (readonly (string | null)[])[], first: boolean): Uint8Array {
  const lines = rows.map((row) => row.map((value) => value ?? ''));
  return Buffer.from(stringify(lines, { bom: first, escape_formulas: true, record_delimiter: '\r\n' }));
}
