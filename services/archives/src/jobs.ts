import type { Schedule, Worker } from '@banyan/service-kit/jobs';
import type { Deps } from './deps.ts';
import { dossierJobs } from './dossiers/sweep-dossiers.ts';
import { importWorkers } from './imports/work-on-imports.ts';
import { transferJobs } from './transfers/transfer-jobs.ts';
import { verificationJobs } from './verifications/verification-jobs.ts';

/** What archives does later, by the calendar, or for longer than a request may take. */
export function jobs(deps: Deps): readonly (Worker | Schedule)[] {
  return [...dossierJobs(deps), ...importWorkers(deps), ...transferJobs(deps), ...verificationJobs(deps)];
}
