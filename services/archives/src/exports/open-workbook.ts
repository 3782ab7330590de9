import { Writable } from 'node:stream';
import type { WorkbookWriter } from '@cj-tech-master/excelts';

type Options = Omit<NonNullable<ConstructorParameters<typeof WorkbookWriter>[0]>, 'stream'>;

export interface OpenWorkbook {
  readonly book: WorkbookWriter;
  /** What has been written since it was asked for the last time. */
  ready(): Uint8Array[];
}

/** The library comes with the first workbook: it takes more memory than all else of a service at rest. */
export async function openWorkbook(options: Options): Promise<OpenWorkbook> {
  const library = await import('@cj-tech-master/excelts');
  const made: Uint8Array[] = [];
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      made.push(chunk);
      done();
    },
  });
  return { book: new library.WorkbookWriter({ stream, ...options }), ready: () => made.splice(0) };
}
