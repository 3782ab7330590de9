import type { Clock } from '@banyan/service-kit/clock';
import type { Sql } from 'postgres';

/** From an instant of loading on, what is written belongs to another one. */
export interface Told {
  readonly began: Date;
  readonly at: Date;
}

/** A clock that is set from act to act, and remembers when each was written. */
export interface ToldTime extends Clock {
  set(at: Date): void;
  readonly told: readonly Told[];
}

export function toldTime(timeZone: string): ToldTime {
  const told: Told[] = [];
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const now = (): Date => told.at(-1)?.at ?? new Date();
  return {
    timeZone,
    told,
    now,
    today: () => format.format(now()),
    set: (at) => {
      // Stamps are of whole milliseconds: two acts never share one.
      const last = Date.now();
      while (Date.now() === last);
      told.push({ began: new Date(), at });
    },
  };
}

/** What the kit keeps for itself, with the times at which it was really done. */
const machinery = [
  'access_replicas',
  'dead_letters',
  'demonstrations',
  'idempotency_keys',
  'inbox_events',
  'outbox',
  'replica_states',
  'stream_states',
];

/**
 * Databases and processes stamp rows with the time of writing. Moves every stamp since the first act to the instant that
 * the act is told of; facts that wait to be published say the same as the rows.
 */
export async function setBack(sql: Sql, told: readonly Told[]): Promise<void> {
  const [first] = told;
  if (first === undefined) return;
  await sql.begin(async (tx) => {
    await tx`create temp table told (began timestamptz primary key, at timestamptz not null) on commit drop`;
    await tx`insert into told select * from unnest(
      ${told.map(({ began }) => began.toISOString())}::timestamptz[], ${told.map(({ at }) => at.toISOString())}::timestamptz[])`;
    await tx.unsafe(`create function pg_temp.told(stamp timestamptz) returns timestamptz language sql stable as $$
      select coalesce((select at + (stamp - began) from told where began <= stamp order by began desc limit 1), stamp) $$`);
    const columns = await tx<{ table: string; names: string[] }[]>`
      select c.table_name as table, array_agg(c.column_name::text) as names
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and c.data_type = 'timestamp with time zone' and c.table_name <> all(${machinery})
      group by 1 order by 1`;
    const since = `'${first.began.toISOString()}'`;
    for (const { table, names } of columns)
      await tx.unsafe(`update ${table} set ${names.map((name) => `${name} = pg_temp.told(${name})`).join(', ')}
        where ${names.map((name) => `${name} >= ${since}`).join(' or ')}`);
    const said = (
      path: string,
    ) => `to_jsonb(to_char(pg_temp.told((message::jsonb #>> '${path}')::timestamptz) at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
    await tx.unsafe(`update outbox set message = jsonb_set(message::jsonb, '{time}', ${said('{time}')})::text
      where created_at >= ${since}`);
    await tx.unsafe(`update outbox set message = jsonb_set(message::jsonb, '{data,at}', ${said('{data,at}')})::text
      where created_at >= ${since} and subject like '%.audit.recorded'`);
  });
}
