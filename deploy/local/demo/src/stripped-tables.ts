import type { Sql } from 'postgres';

interface Definition {
  readonly drop: string;
  readonly create: string;
}

/** Takes secondary indexes and foreign keys off the tables, and returns what puts them back. */
export async function stripTables(sql: Sql, tables: readonly string[]): Promise<() => Promise<void>> {
  const definitions = [...(await foreignKeys(sql, tables)), ...(await secondaryIndexes(sql, tables))];
  for (const { drop } of definitions) await sql.unsafe(drop);
  return async () => {
    // Indexes first: foreign keys are checked with them.
    for (const { create } of definitions.toReversed()) await sql.unsafe(create);
  };
}

/** Indexes that no constraint stands on. */
function secondaryIndexes(sql: Sql, tables: readonly string[]): Promise<Definition[]> {
  return sql<Definition[]>`
    select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as create
    from pg_index i
    where i.indrelid = any(${tables}::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
    order by i.indexrelid desc`;
}

function foreignKeys(sql: Sql, tables: readonly string[]): Promise<Definition[]> {
  return sql<Definition[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
    from pg_constraint
    where contype = 'f' and conrelid = any(${tables}::regclass[])
    order by oid desc`;
}
