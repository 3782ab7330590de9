import { defineJob, schedule, type Schedule, work, type Worker } from '@banyan/service-kit/jobs';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { foldTallies } from './fold-tallies.ts';
import { markOverdue } from './mark-overdue.ts';

const nothing = z.object({});
export const foldTalliesJob = defineJob('archives.verification.fold-tallies', nothing, { retryLimit: 0 });
export const markOverdueJob = defineJob('archives.verification.mark-overdue', nothing);

/** What rounds need by the calendar. */
export function verificationJobs(deps: Deps): readonly (Worker | Schedule)[] {
  return [
    work(foldTalliesJob, () => foldTallies(deps.kit)),
    schedule(foldTalliesJob, '* * * * *', {}),
    work(markOverdueJob, () => markOverdue(deps.kit)),
    schedule(markOverdueJob, '15 0 * * *', {}),
  ];
}
