import type { Schedule, Worker } from '@banyan/service-kit/jobs';
import type { Deps } from './deps.ts';
import { transferJobs } from './transfers/transfer-jobs.ts';
import { verificationJobs } from './verifications/verification-jobs.ts';

/** What archives does later, by the calendar, or for longer than a request may take. */
export function jobs(deps: Deps): readonly (Worker | Schedule)[] {
  return [...transferJobs(deps), ...verificationJobs(deps)];
}
