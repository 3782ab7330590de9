import { type Schedule, schedule, type Worker, work } from '@banyan/service-kit/jobs';
import type { Deps } from '../deps.ts';
import { checkImport, failImport } from './check-import.ts';
import { checkImportJob, sweepImportsJob, takeBackImportJob, writeImportJob } from './import-jobs.ts';
import { sweepImports } from './sweep-imports.ts';
import { backToCommitted, takeBackImport } from './take-back-import.ts';
import { backToPreview, writeImport } from './write-import.ts';

/** What reads, writes and takes back imports. When all attempts have failed, the import says so, and can be tried again. */
export function importWorkers(deps: Deps): (Worker | Schedule)[] {
  return [
    work(checkImportJob, ({ importId }, { signal }) => checkImport(deps, importId, signal), {
      onExhausted: ({ importId }) => failImport(deps, importId, 'archives.import-interrupted'),
    }),
    work(writeImportJob, ({ importId }, { signal }) => writeImport(deps, importId, signal), {
      onExhausted: ({ importId }) =>
        backToPreview(deps, { id: importId }, { code: 'archives.import-failed', rows: [] }),
    }),
    work(takeBackImportJob, ({ importId }, { signal }) => takeBackImport(deps, importId, signal), {
      onExhausted: ({ importId }) =>
        backToCommitted(deps, { id: importId }, { code: 'archives.import-failed', rows: [] }),
    }),
    work(sweepImportsJob, () => sweepImports(deps)),
    schedule(sweepImportsJob, '23 3 * * *', {}),
  ];
}
