import { type Actor, consoleFetch, Problem } from '@banyan/ui-kit';

export const actorKey = ['identity', '/api/identity/me'];

export async function fetchActor(): Promise<Actor> {
  const response = await consoleFetch(new URL('/api/identity/me', location.origin).href);
  return (await response.json()) as Actor;
}

/** At the start nobody waits in a dialog: without a session the way is the sign-in page, and back. */
export async function startActor(): Promise<Actor | Problem> {
  try {
    return await fetchActor();
  } catch (error) {
    if (error instanceof Problem && error.status !== 401) return error;
    toSignIn();
    return new Promise(() => {});
  }
}

export function toSignIn(): void {
  const here = location.pathname + location.search;
  location.replace(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
}
