import type { Database, WriteTransaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import { systemScope } from '@banyan/service-kit/scope';
import {
  hasVersion,
  lockRemote,
  makeCurrent,
  setPinned,
  upsertRemote,
  upsertVersion,
} from './remote-table.ts';

/** Who changes the registry and why; both are kept in the audit trail. */
export interface Author {
  readonly by: string;
  readonly reason?: string;
}

export interface PublishedVersion {
  readonly name: string;
  readonly version: string;
  readonly integrity: Record<string, string>;
}

/**
 * Makes a version known, and current unless the remote is pinned. Publishing what was published last changes nothing.
 * Returns whether anything changed.
 */
export async function publishVersion(
  database: Database,
  { name, version, integrity }: PublishedVersion,
  { by }: Author,
): Promise<boolean> {
  return database.write(systemScope('gateway.remote.publish'), async (tx) => {
    const known = await lockRemote(tx.sql, name);
    if (known?.publishedVersion === version) return false;
    await upsertRemote(tx.sql, name, version);
    await upsertVersion(tx.sql, { name, version, integrity, publishedBy: by });
    if (!known?.pinned) await makeCurrent(tx.sql, name, version);
    record(tx, 'publish', `${name} ${version}${known?.pinned ? ' (pinned: not current)' : ''}`, { by });
    return true;
  });
}

/** Loads another known version from now on: the way back, and forward again. */
export async function chooseVersion(
  database: Database,
  { name, version, pin }: { name: string; version: string; pin?: boolean | undefined },
  author: Author,
): Promise<void> {
  await database.write(systemScope('gateway.remote.choose'), async (tx) => {
    const known = await lockRemote(tx.sql, name);
    if (known === null || !(await hasVersion(tx.sql, name, version))) throw unknownVersion();
    await makeCurrent(tx.sql, name, version);
    if (pin !== undefined) await setPinned(tx.sql, name, pin);
    record(
      tx,
      'choose',
      `${name} ${known.currentVersion ?? 'none'} → ${version}${pin ? ', pinned' : ''}`,
      author,
    );
  });
}

/** A pinned remote keeps its version while newer ones are published. Without the pin, the one published last is current. */
export async function pinRemote(
  database: Database,
  { name, pinned }: { name: string; pinned: boolean },
  author: Author,
): Promise<void> {
  await database.write(systemScope('gateway.remote.pin'), async (tx) => {
    const known = await lockRemote(tx.sql, name);
    if (known === null) throw unknownVersion();
    await setPinned(tx.sql, name, pinned);
    if (!pinned) await makeCurrent(tx.sql, name, known.publishedVersion);
    record(
      tx,
      pinned ? 'pin' : 'unpin',
      `${name} ${pinned ? known.currentVersion : known.publishedVersion}`,
      author,
    );
  });
}

function record(tx: WriteTransaction, verb: string, change: string, { by, reason }: Author): void {
  tx.audit({
    action: `gateway.remote.${verb}`,
    entity: 'remote',
    subjectId: null,
    organizationId: null,
    fields: ['state'],
    reason: `${change}, by ${by}${reason ? `: ${reason}` : ''}`,
  });
}

function unknownVersion(): AppError {
  return new AppError('not-found', 'gateway.unknown-remote', 'The registry has no such remote or version.');
}
