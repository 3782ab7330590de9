import postgres, { type Sql } from 'postgres';
import type { DemoTree } from './organization.ts';
import type { FilledBranch } from './generate-members.ts';

/** What is to be loaded, the same for every database. */
export interface DemoRun {
  readonly seed: string;
  readonly members: number;
  readonly today: number;
  readonly tree: DemoTree;
  /** An instant of the group's time zone. */
  readonly instant: (day: number, minute: number) => Date;
}

/** How one database takes the group in: the tree, then branches block by block, then what depends on all of them. */
export interface Filling {
  readonly bulkTables: readonly string[];
  begin(sql: Sql): Promise<void>;
  take(sql: Sql, block: readonly FilledBranch[]): Promise<void>;
  finish(sql: Sql): Promise<void>;
  /** Tables whose statistics and visibility the planner needs at once. */
  readonly analyzed: readonly string[];
}

/** One connection with one transaction: what a crash interrupts was never there. */
export interface OpenDatabase {
  readonly sql: Sql;
  /** True when the group was loaded whole before. */
  readonly isLoaded: boolean;
}

export async function openDatabase(url: string): Promise<OpenDatabase> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [marker] = await sql`select to_regclass('public.demonstrations') is not null as present`;
    return { sql, isLoaded: marker?.['present'] === true };
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}

/** The last statement before the commit. The table and its row say of which seed, size and day the group is. */
export async function markLoaded(sql: Sql, { seed, members, today }: DemoRun): Promise<void> {
  await sql`create table demonstrations (seed text not null, members integer not null, day date not null, loaded_at timestamptz not null default now())`;
  await sql`insert into demonstrations (seed, members, day) values (${seed}, ${members}, '1970-01-01'::date + ${today}::integer)`;
}
