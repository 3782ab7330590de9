import { defineJob } from '@banyan/service-kit/jobs';
import { z } from 'zod';

const ofImport = z.object({ importId: z.uuid() });

/** Whether a file is read or only checked anew, stands with the import. */
export const checkImportJob = defineJob('archives.import.check', ofImport, {
  retryLimit: 3,
  expireInSeconds: 600,
});
export const writeImportJob = defineJob('archives.import.write', ofImport, {
  retryLimit: 4,
  expireInSeconds: 900,
});
export const takeBackImportJob = defineJob('archives.import.take-back', ofImport, {
  retryLimit: 4,
  expireInSeconds: 900,
});
export const sweepImportsJob = defineJob('archives.import.sweep', z.object({}));
