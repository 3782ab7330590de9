import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Sql } from 'postgres';

/** A field of a row: bytes are bytea, lists are arrays of texts or ids. JSON comes as text. */
export type CopyValue = string | number | boolean | null | Date | Uint8Array | readonly string[];

const flushAt = 1 << 17;

/** Writes rows with COPY, as they come; no more than a few hundred kilobytes wait at a time. */
export async function copyRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const stream: Writable = await sql.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
  const done = finished(stream);
  // A failure while writing is thrown by `done` below; without a listener it would end the process first.
  done.catch(() => undefined);
  let text = '';
  let count = 0;
  for (const row of rows) {
    text += copyLine(row);
    count += 1;
    if (text.length < flushAt) continue;
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
    text = '';
  }
  stream.end(text);
  await done;
  return count;
}

/** One line in the text format of COPY. */
export function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < row.length; i += 1) line += (i === 0 ? '' : '\t') + copyField(row[i] ?? null);
  return `${line}\n`;
}

function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return escapeText(arrayText(value));
}

function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escapeText(text: string): string {
  return special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : text;
}
