import { fileProblems, type FileProblem } from './import-codes.ts';

/** Why a file cannot be read. The same code whether it is found when the file comes or while it is read. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileProblem;

  constructor(code: FileProblem, cause?: unknown) {
    super(fileProblems[code], { cause });
    this.code = code;
  }
}
