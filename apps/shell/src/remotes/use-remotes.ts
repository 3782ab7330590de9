import { holdsAny, useActor } from '@banyan/ui-kit';
import type { Command, DeskCard, MenuEntry, RecordSearch, Remote } from '@banyan/ui-kit/remote';
import { useMemo, useSyncExternalStore } from 'react';
import { onRemoteChange, type RemoteState, remoteStates } from './load-remotes.ts';

export function useRemoteStates(): RemoteState[] {
  return useSyncExternalStore(onRemoteChange, remoteStates);
}

export type Offer = {
  menu: MenuEntry[];
  commands: Command[];
  search: RecordSearch[];
  desk: DeskCard[];
  failed: string[];
  loading: boolean;
};

/** What the remotes offer ∩ what I hold. */
export function useOffer(): Offer {
  const states = useRemoteStates();
  const actor = useActor();
  return useMemo(() => {
    const ready = states.flatMap((state): Remote[] => (state.kind === 'ready' ? [state.remote] : []));
    const mine = <Item extends { permissions: string[] }>(items: Item[]) =>
      items.filter((item) => holdsAny(actor, item.permissions));
    return {
      menu: mine(ready.flatMap(({ menu }) => menu)).sort((a, b) => a.order - b.order),
      commands: mine(ready.flatMap(({ commands }) => commands)),
      search: mine(ready.flatMap(({ search }) => search ?? [])),
      desk: mine(ready.flatMap(({ desk }) => desk ?? [])).sort((a, b) => a.order - b.order),
      failed: states.filter(({ kind }) => kind === 'failed').map(({ name }) => name),
      loading: states.some(({ kind }) => kind === 'loading'),
    };
  }, [states, actor]);
}
