import { onSessionLost } from '@banyan/ui-kit';

type Waiting = { promise: Promise<boolean>; resolve: (signedIn: boolean) => void };

let waiting: Waiting | null = null;
let leaving = false;
const listeners = new Set<() => void>();

/** Every request that met an expired session waits here for one answer. */
export function askToSignIn(): Promise<boolean> {
  if (leaving) return Promise.resolve(false);
  if (!waiting) {
    let resolve: Waiting['resolve'] = () => {};
    const promise = new Promise<boolean>((settle) => {
      resolve = settle;
    });
    waiting = { promise, resolve };
    tell();
  }
  return waiting.promise;
}

export function sessionIsLost(): boolean {
  return waiting !== null;
}

export function sessionIsBack(): void {
  waiting?.resolve(true);
  waiting = null;
  tell();
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** From now on an expired session asks in place instead of leaving the page. */
export function keepPageOnSessionLoss(): void {
  onSessionLost(askToSignIn);
}

/** Signing out ends the session on purpose: nobody is to be asked back, unless it failed. */
export function leaveSession(now: boolean): void {
  leaving = now;
}
