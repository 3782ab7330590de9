import { parentPort, workerData } from 'node:worker_threads';
import { FileRefused, type PlaceInFile } from './file-refused.ts';
import type { RawRow } from './raw-row.ts';
import { readRoster, type RosterChoice, type RosterSource } from './read-roster.ts';

/** What the reading thread says. It waits for an answer to `found` and `people`, so that nothing piles up. */
export type ReaderMessage =
  | { readonly kind: 'found'; readonly source: RosterSource }
  | { readonly kind: 'people'; readonly rows: RawRow[] }
  | { readonly kind: 'end'; readonly dropped: number }
  | {
      readonly kind: 'refused';
      readonly code: FileRefused['code'];
      readonly place: PlaceInFile | null;
    };

export interface ReaderOrder {
  readonly path: string;
  readonly choice: RosterChoice;
}

const port = parentPort;
if (port !== null) {
  const { path, choice } = workerData as ReaderOrder;
  const say = (message: ReaderMessage): Promise<void> =>
    new Promise((resolve) => {
      port.once('message', () => resolve());
      port.postMessage(message);
    });
  try {
    const dropped = await readRoster(path, choice, {
      found: (source) => say({ kind: 'found', source }),
      people: (rows) => say({ kind: 'people', rows }),
    });
    port.postMessage({ kind: 'end', dropped } satisfies ReaderMessage);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    port.postMessage({ kind: 'refused', code: error.code, place: error.place } satisfies ReaderMessage);
  }
}
