import type { Refusal } from './refusal.ts';
import type { Texts } from './texts.ts';

/** Coming too early counts as a failure, so the form waits too. A lock it asks about anew: it may have been lifted. */
export function mustWait({ code, status }: Refusal): boolean {
  return code.endsWith('sign-in-delayed') || status === 429;
}

/** Until when it makes sense to count; null for a refusal that waiting does not mend. */
export function waitsUntil(refusal: Refusal): number | null {
  const counted = mustWait(refusal) || refusal.code.endsWith('account-locked');
  return counted ? refusal.at.getTime() + refusal.retryAfterSeconds * 1000 : null;
}

/** "1:05" of what is left of a wait; empty when it is over. */
export function remainingText(untilMs: number, nowMs: number, texts: Texts): string {
  const seconds = Math.ceil((untilMs - nowMs) / 1000);
  if (seconds <= 0) return '';
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return texts.remaining.replace('{time}', shown);
}
