import { createContext, type ReactNode, use } from 'react';
import type { LocaleId } from './locale.tsx';

/** Who is signed in, as `GET /api/identity/me` tells it. */
export type Actor = {
  id: string;
  username: string;
  displayName: string;
  personId: string | null;
  /** Everything I hold anywhere; decides menus only. Buttons ask the record's `abilities`. */
  permissions: string[];
  roles: { id: string; name: string; scope: { mode: string; nodes: { id: string; name: string }[] } }[];
  roots: string[];
  preferences: { locale: LocaleId | null; theme: 'light' | 'dark' | 'system' };
  session: { id: string; createdAt: string; expiresAt: string };
  demo: boolean;
};

const ActorContext = createContext<Actor | null>(null);

export function ActorProvider(props: { actor: Actor; children: ReactNode }) {
  return <ActorContext value={props.actor}>{props.children}</ActorContext>;
}

export function useActor(): Actor {
  const actor = use(ActorContext);
  if (!actor) throw new Error('no actor: the page is outside the console');
  return actor;
}

export function holdsAny(actor: Actor, permissions: string[]): boolean {
  return permissions.length === 0 || permissions.some((permission) => actor.permissions.includes(permission));
}
