import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { manifestPathOf, type Registry, type RegistryEntry, type RemoteVersion } from './registry.ts';

export interface RemoteState {
  readonly publishedVersion: string;
  readonly pinned: boolean;
  readonly currentVersion: string | null;
}

export async function selectRegistry(sql: Sql): Promise<Registry> {
  const remotes = await sql<RegistryEntry[]>`
    select name, version, manifest_path as entry, integrity
    from remote_versions where state = 'current' order by name`;
  return {
    remotes: remotes.map(({ name, version, entry, integrity }) => ({ name, version, entry, integrity })),
  };
}

export async function selectVersions(sql: Sql): Promise<RemoteVersion[]> {
  const rows = await sql<RemoteVersion[]>`
    select v.name, v.version, v.manifest_path as "manifestPath", v.state, r.pinned,
      v.published_at as "publishedAt", v.published_by as "publishedBy"
    from remote_versions v join remotes r on r.name = v.name
    order by v.name, v.published_at desc, v.id desc`;
  return rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt).toISOString() }));
}

/** Locks the remote for the rest of the transaction, so that two operators follow one another. */
export async function lockRemote(sql: Sql, name: string): Promise<RemoteState | null> {
  const [row] = await sql<RemoteState[]>`
    select r.published_version as "publishedVersion", r.pinned,
      (select version from remote_versions where name = r.name and state = 'current') as "currentVersion"
    from remotes r where r.name = ${name} for update`;
  return row ?? null;
}

export async function hasVersion(sql: Sql, name: string, version: string): Promise<boolean> {
  const rows = await sql`select 1 from remote_versions where name = ${name} and version = ${version}`;
  return rows.length > 0;
}

export async function upsertRemote(sql: Sql, name: string, publishedVersion: string): Promise<void> {
  await sql`
    insert into remotes (name, published_version) values (${name}, ${publishedVersion})
    on conflict (name) do update set published_version = excluded.published_version`;
}

export async function setPinned(sql: Sql, name: string, pinned: boolean): Promise<void> {
  await sql`update remotes set pinned = ${pinned} where name = ${name}`;
}

export async function upsertVersion(
  sql: Sql,
  version: { name: string; version: string; integrity: Record<string, string>; publishedBy: string },
): Promise<void> {
  const { name, integrity, publishedBy } = version;
  await sql`
    insert into remote_versions (id, name, version, manifest_path, integrity, published_by)
    values (${uuidv7()}, ${name}, ${version.version}, ${manifestPathOf(name, version.version)},
      ${JSON.stringify(integrity)}::text::jsonb, ${publishedBy})
    on conflict (name, version) do update set integrity = excluded.integrity`;
}

export async function makeCurrent(sql: Sql, name: string, version: string): Promise<void> {
  await sql`update remote_versions set state = 'available' where name = ${name} and state = 'current'`;
  await sql`update remote_versions set state = 'current' where name = ${name} and version = ${version}`;
}
