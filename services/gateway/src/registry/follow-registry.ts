import type { Log } from '@banyan/service-kit/log';
import type { Sql } from 'postgres';
import type { Registry } from './registry.ts';
import { selectRegistry } from './remote-table.ts';

/** The registry as this gateway knows it. It is kept while PostgreSQL is away. */
export interface FollowedRegistry {
  current(): Registry;
  /** The same as text; another text whenever anything changed. */
  json(): string;
  /** False until it was read for the first time. */
  loaded(): boolean;
  reload(): Promise<void>;
  stop(): void;
}

export interface FollowOptions {
  readonly client: Sql;
  /** Resolves once the tables are there. */
  readonly migrated: Promise<void>;
  readonly log: Log;
  readonly onChange: () => void;
  /** A notification may be lost with its connection; looking now and then bounds how long that matters. */
  readonly lookEveryMs?: number;
}

export function followRegistry({
  client,
  migrated,
  log,
  onChange,
  lookEveryMs = 5_000,
}: FollowOptions): FollowedRegistry {
  let registry: Registry = { remotes: [] };
  let text = JSON.stringify(registry);
  let loaded = false;
  let failing = false;
  let listening = false;

  async function reload(): Promise<void> {
    const read = await selectRegistry(client);
    const readText = JSON.stringify(read);
    const changed = readText !== text;
    registry = read;
    text = readText;
    const first = !loaded;
    loaded = true;
    if (changed && !first) onChange();
  }

  async function look(): Promise<void> {
    try {
      await migrated;
      if (!listening) {
        await client.listen('registry_changed', () => void look());
        listening = true;
      }
      await reload();
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ error }, 'registry: PostgreSQL is away, the last registry stays');
      failing = true;
    }
  }

  void look();
  const timer = setInterval(() => {
    void look();
  }, lookEveryMs);
  // Until it is there, pages have no remotes: look again soon.
  const hasty = setInterval(() => {
    if (loaded) clearInterval(hasty);
    else void look();
  }, 250);
  return {
    current: () => registry,
    json: () => text,
    loaded: () => loaded,
    reload,
    stop: () => {
      clearInterval(timer);
      clearInterval(hasty);
    },
  };
}
