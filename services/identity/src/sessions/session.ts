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
    detail:
      'Check both. After five failures each further attempt has to wait, after ten for 15 minutes; devices that are known are not concerned.',
  });
}

/** The same words for a name that nobody has: they tell the owner what happened, and a guesser nothing. */
export function signInHeldBack(refusal: 'delayed' | 'locked', seconds: number): AppError {
  const [code, title] =
    refusal === 'locked'
      ? ['session.account-locked', 'Too many failures: signing in with this username is locked here.']
      : ['session.sign-in-delayed', 'Too many failures: the next attempt has to wait.'];
  return new AppError('unauthenticated', code, title, {
    detail: `Try again in ${waitInWords(seconds)}, sign in where you have signed in before, or ask the system administrator to unlock it.`,
    retryAfterSeconds: seconds,
    extensions: { retryAfterSeconds: seconds },
  });
}

export function waitInWords(seconds: number): string {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** Said only to whoever knows the password. */
export function accountDisabledNow(): AppError {
  return new AppError('unauthenticated', 'session.account-disabled', 'This account is disabled.', {
    detail: 'Ask the system administrator of your organization.',
  });
}
