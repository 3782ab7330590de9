import type { Transaction } from '@banyan/service-kit/database';

/** Sets columns of a field that is locked or new. Lists of choices go in as JSON, stages as an array. */
export async function writeColumns(
  { sql }: Transaction,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [column, value] of Object.entries(columns)) {
    if (column === 'options')
      await sql`update custom_fields set options = ${JSON.stringify(value)}::text::jsonb where id = ${id}`;
    else if (column === 'stages')
      await sql`update custom_fields set stages = ${`{${(value as string[]).join(',')}}`}::text::text[] where id = ${id}`;
    else
      await sql`update custom_fields set ${sql(column)} = ${value as string | number | boolean | null}
        where id = ${id}`;
  }
}
