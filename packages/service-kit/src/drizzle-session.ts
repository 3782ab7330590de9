import { PgDialect, PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';

export type Drizzle = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

export interface DrizzleRoot {
  readonly dialect: PgDialect;
}

/** Sets drizzle's date handling on the client once; sessions on its connections then share one dialect. */
export function drizzleRoot(client: Sql): DrizzleRoot {
  drizzle(client);
  return { dialect: new PgDialect() };
}

/** drizzle on one connection, which `drizzle()` itself cannot take: a reserved connection has no options of its own. */
export function drizzleOn(root: DrizzleRoot, connection: Sql): Drizzle {
  const session = new PostgresJsSession(connection, root.dialect, undefined, {});
  return new PgDatabase(root.dialect, session as never, undefined) as Drizzle;
}
