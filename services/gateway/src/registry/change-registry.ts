import type { AuditInput } from '@banyan/service-kit/audit';
import { AppError } from '@banyan/service-kit/error';
import type { RegistryDatabase } from './registry-database.ts';
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
  database: RegistryDatabase,
  { name, version, integrity }: PublishedVersion,
  { by }: Author,
): Promise<boolean> {
  return database.write(async (sql, audit) => {
    const known = await lockRemote(sql, name);
    if (known?.publishedVersion === version) return false;
    await upsertRemote(sql, name, version);
    await upsertVersion(sql, { name, version, integrity, publishedBy: by });
    if (!known?.pinned) await makeCurrent(sql, name, version);
    record(audit, 'publish', `${name} ${version}${known?.pinned ? ' (pinned: not current)' : ''}`, { by });
    return true;
  });
}

/** Loads another known version from now on: the way back, and forward again. */
export async function chooseVersion(
  database: RegistryDatabase,
  { name, version, pin }: { name: string; version: string; pin?: boolean | undefined },
  author: Author,
): Promise<void> {
  await database.write(async (sql, audit) => {
    const known = await lockRemote(sql, name);
    if (known === null || !(await hasVersion(sql, name, version))) throw unknownVersion();
    await makeCurrent(sql, name, version);
    if (pin !== undefined) await setPinned(sql, name, pin);
    record(
      audit,
      'choose',
      `${name} ${known.currentVersion ?? 'none'} → ${version}${pin ? ', pinned' : ''}`,
      author,
    );
  });
}

/** A pinned remote keeps its version while newer ones are published. Without the pin, the one published last is current. */
export async function pinRemote(
  database: RegistryDatabase,
  { name, pinned }: { name: string; pinned: boolean },
  author: Author,
): Promise<void> {
  await database.write(async (sql, audit) => {
    const known = await lockRemote(sql, name);
    if (known === null) throw unknownVersion();
    await setPinned(sql, name, pinned);
    if (!pinned) await makeCurrent(sql, name, known.publishedVersion);
    record(
      audit,
      pinned ? 'pin' : 'unpin',
      `${name} ${pinned ? known.currentVersion : known.publishedVersion}`,
      author,
    );
  });
}

function record(
  audit: (entry: AuditInput) => void,
  verb: string,
  change: string,
  { by, reason }: Author,
): void {
  audit({
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
