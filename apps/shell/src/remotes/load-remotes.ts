import type { Registry, RegistryEntry } from '@banyan/federation';
import { registerProblemTexts } from '@banyan/ui-kit';
import type { Remote } from '@banyan/ui-kit/remote';
import { getInstance } from '@module-federation/enhanced/runtime';
import { preloadPage } from './pages.ts';
import { rememberName } from './remote-names.ts';

export type RemoteState =
  | { kind: 'loading'; name: string }
  | { kind: 'ready'; name: string; remote: Remote }
  | { kind: 'failed'; name: string; error: unknown };

let states: RemoteState[] = [];
let attempts = 0;
const entries = new Map<string, RegistryEntry>();
const listeners = new Set<() => void>();

/** Every remote at once; one that fails is a state of its own and stops nobody. */
export function loadRemotes(registry: Registry): void {
  states = registry.remotes.map(({ name }) => ({ kind: 'loading', name }));
  for (const entry of registry.remotes) {
    entries.set(entry.name, entry);
    void load(entry.name, entry.entry);
  }
}

/** Under another name and address, or browser and federation would answer from the failure they remember. */
export function retryRemote(name: string): void {
  const entry = entries.get(name);
  if (!entry) return;
  attempts += 1;
  set({ kind: 'loading', name });
  void load(name, `${entry.entry}?retry=${attempts}`);
}

export function remoteStates(): RemoteState[] {
  return states;
}

export function onRemoteChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function load(name: string, manifest: string): Promise<void> {
  try {
    const federation = getInstance();
    if (!federation) throw new Error('federation has not started');
    const alias = attempts > 0 ? `${name}_${attempts}` : name;
    federation.registerRemotes([{ name: alias, entry: new URL(manifest, location.origin).href }]);
    const module = await federation.loadRemote<{ remote: Remote }>(`${alias}/remote`);
    if (module?.remote?.id !== name) throw new Error(`remote ${name} exposes no remote of that id`);
    for (const catalog of module.remote.catalogs) registerProblemTexts(catalog);
    rememberName(module.remote);
    set({ kind: 'ready', name, remote: module.remote });
    if (location.pathname.startsWith(`/${name}/`)) preloadPage(location.href);
  } catch (error) {
    set({ kind: 'failed', name, error });
  }
}

function set(state: RemoteState): void {
  states = states.map((before) => (before.name === state.name ? state : before));
  for (const listener of listeners) listener();
}
