import { AppError } from '@banyan/service-kit/error';

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly idleSeconds: number;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** True while a session lives: not ended, used within its idle time, and younger than its absolute time. */
export function isAlive(
  session: Pick<Session, 'lastSeenAt' | 'idleSeconds' | 'expiresAt' | 'endedAt'>,
  now: Date,
): boolean {
  const idleUntil = Date.parse(session.lastSeenAt) + session.idleSeconds * 1_000;
  return (
    session.endedAt === null && now.getTime() < idleUntil && now.getTime() < Date.parse(session.expiresAt)
  );
}

/** Noting every use would be a write per request; once in this time is near enough to an idle time of minutes. */
export const touchEveryMs = 60_000;

export function sessionExpired(): AppError {
  return new AppError('unauthenticated', 'session.expired', 'Your session has ended.', {
    detail: 'Sign in again. What you typed stays on the page.',
  });
}

export function credentialsWrong(): AppError {
  return new AppError('unauthenticated', 'session.credentials-wrong', 'Username or password is wrong.', {
    detail: 'Check both. After ten failures the username is locked for 15 minutes.',
  });
}

export function accountLocked(seconds: number): AppError {
  return new AppError(
    'unauthenticated',
    'session.account-locked',
    'Too many failures: this username is locked.',
    {
      detail: `Try again in ${Math.ceil(seconds / 60)} minutes, or ask the system administrator to unlock it.`,
      retryAfterSeconds: seconds,
      extensions: { retryAfterSeconds: Math.ceil(seconds) },
    },
  );
}

/** Said only to whoever knows the password. */
export function accountDisabledNow(): AppError {
  return new AppError('unauthenticated', 'session.account-disabled', 'This account is disabled.', {
    detail: 'Ask the system administrator of your organization.',
  });
}
