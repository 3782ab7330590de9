import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';
import type { RawRow } from '../imports/raw-row.ts';
import { readInThread } from '../imports/read-in-thread.ts';
import type { RosterChoice, RosterSource } from '../imports/read-roster.ts';

/** Files of tens of megabytes are made first. */
export const large = { timeout: 120_000 };

export const heading = ['姓名', '身份证号', '所在支部'];
export const zhang = ['张三', '11010519491231002X', '第一党支部'];

/** Reads a file as an import does. */
export async function read(content: string | Uint8Array, choice: RosterChoice = {}, heap?: ResourceLimits) {
  const folder = await mkdtemp(join(tmpdir(), 'rosters-'));
  const path = join(folder, 'roster');
  await writeFile(path, content);
  const people: RawRow[] = [];
  let source: RosterSource | undefined;
  const sink = {
    found: async (found: RosterSource) => void (source = found),
    people: async (rows: RawRow[]) => void people.push(...rows),
  };
  try {
    const dropped = await readInThread(path, choice, sink, new AbortController().signal, heap);
    return { source: source as RosterSource, people, dropped };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The code of the refusal to read. */
export const refusal = (content: string | Uint8Array, choice?: RosterChoice, heap?: ResourceLimits) =>
  read(content, choice, heap).then(
    () => 'read',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
