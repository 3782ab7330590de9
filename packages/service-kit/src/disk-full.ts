import { causesOf } from './causes.ts';
import { AppError } from './error.ts';

/** Of the file system: no room, no room for this user, a file as large as it may be; of PostgreSQL: no room. */
const diskFullCodes = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

export function isDiskFull(error: unknown): boolean {
  return !(error instanceof AppError) && causesOf(error).some(({ code }) => diskFullCodes.has(code));
}

/** A refusal: whoever throws it has kept nothing. */
export function diskFull(cause: unknown): AppError {
  return new AppError('unavailable', 'service.disk-full', 'There is no room left to keep this.', {
    detail: 'Nothing was kept. Tell those who run the system that its disk is full, then try again.',
    retryAfterSeconds: 60,
    cause,
  });
}
