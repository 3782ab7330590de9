import { useEffect, useEffectEvent } from 'react';

export type ConsoleEvent = 'session-ended' | 'registry-changed' | 'access-changed';

const kinds: ConsoleEvent[] = ['session-ended', 'registry-changed', 'access-changed'];

/** What the gateway tells an open page; pauses while there is no network. */
export function useEvents(online: boolean, session: unknown, onEvent: (kind: ConsoleEvent) => void): void {
  const tell = useEffectEvent(onEvent);
  useEffect(() => {
    if (!online) return;
    const source = new EventSource('/events');
    for (const kind of kinds) source.addEventListener(kind, () => tell(kind));
    return () => source.close();
  }, [online, session]);
}
