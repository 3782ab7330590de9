import postgres, { type Sql } from 'postgres';
import { databaseUrl } from './postgres.ts';
import { serviceRole, type ServiceSpec } from './services.ts';

export const migratorRole = 'banyan_migrator';
/** Migrations grant to this group; each service's running role is a member. */
const serviceGroup = 'banyan_service';

export interface Installation {
  /** A superuser's connection, or one that may create roles which bypass row security. */
  adminUrl: string;
  passwords: Record<string, string>;
}

export function ownerUrl(installation: Installation, database: string): string {
  return databaseUrl(
    installation.adminUrl,
    migratorRole,
    String(installation.passwords[migratorRole]),
    database,
  );
}

export function runningUrl(installation: Installation, service: ServiceSpec): string {
  const role = serviceRole(service);
  return databaseUrl(installation.adminUrl, role, String(installation.passwords[role]), service.database);
}

async function withAdmin<T>(adminUrl: string, body: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await body(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes roles and databases that are missing. Returns the databases it made. */
export function createDatabases(installation: Installation, services: ServiceSpec[]): Promise<string[]> {
  return withAdmin(installation.adminUrl, async (sql) => {
    const roles = await sql<{ name: string }[]>`select rolname as name from pg_roles`;
    const databases = await sql<{ name: string }[]>`select datname as name from pg_database`;
    const exists = (name: string) => roles.some((role) => role.name === name);
    const login = async (role: string, attributes: string) => {
      const verb = exists(role) ? 'alter' : 'create';
      await sql.unsafe(`${verb} role ${role} login ${attributes} password '${installation.passwords[role]}'`);
    };
    if (!exists(serviceGroup)) await sql.unsafe(`create role ${serviceGroup} nologin`);
    await login(migratorRole, 'bypassrls');
    // Whoever is not a superuser makes a database for another role only as its member.
    await sql.unsafe(`grant ${migratorRole} to current_user`);
    for (const service of services) {
      await login(serviceRole(service), 'nobypassrls');
      await sql.unsafe(`grant ${serviceGroup} to ${serviceRole(service)}`);
    }
    const missing = services.filter(({ database }) => !databases.some(({ name }) => name === database));
    for (const service of missing) {
      await sql.unsafe(`create database ${service.database} owner ${migratorRole}`);
      await sql.unsafe(`revoke all on database ${service.database} from public`);
      await sql.unsafe(`grant connect on database ${service.database} to ${serviceRole(service)}`);
    }
    return missing.map((service) => service.database);
  });
}

export function dropDatabases(adminUrl: string, services: ServiceSpec[]): Promise<void> {
  return withAdmin(adminUrl, async (sql) => {
    for (const { database } of services) await sql.unsafe(`drop database if exists ${database} with (force)`);
  });
}

/** What a database says about its demonstration data, kept as its comment. */
export function readNote(adminUrl: string, database: string): Promise<string | undefined> {
  return withAdmin(adminUrl, async (sql) => {
    const [row] = await sql<{ note: string | null }[]>`
      select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${database}`;
    return row?.note ?? undefined;
  });
}

export function writeNote(adminUrl: string, database: string, note: string): Promise<void> {
  return withAdmin(adminUrl, async (sql) => {
    await sql.unsafe(`comment on database ${database} is '${note.replaceAll("'", "''")}'`);
  });
}
