import { fileProblems, type FileProblem } from './import-codes.ts';

/** Where in a file; rows as the spreadsheet numbers them. */
export interface PlaceInFile {
  readonly sheet?: string | null;
  readonly row?: number;
}

/** Why a file cannot be read. The same code whether it is found when the file comes or while it is read. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileProblem;
  readonly place: PlaceInFile | null;

  constructor(code: FileProblem, cause?: unknown, place: PlaceInFile | null = null) {
    super(fileProblems[code], { cause });
    this.code = code;
    this.place = place;
  }
}

/** The same refusal, with the part of the place that was not known where it arose. */
export function placed(error: unknown, place: PlaceInFile): unknown {
  return error instanceof FileRefused
    ? new FileRefused(error.code, error.cause, { ...place, ...error.place })
    : error;
}
