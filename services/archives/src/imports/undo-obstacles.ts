import type { Transaction } from '@banyan/service-kit/database';
import type { UndoReason } from './import-codes.ts';
import { isWritable } from './import-row-table.ts';
import type { StoredProblem } from './import-table.ts';

/** Why an import cannot be undone, row by row; empty when it can. Asked through the open wall: people may have moved on. */
export async function undoObstacles(
  { sql }: Transaction,
  importId: string,
): Promise<StoredProblem['rows'][number][]> {
  const rows = await sql<{ row: number; name: string | null; code: UndoReason }[]>`
    select r.row, r.name, case when r.action = 'add' and m.account_id is not null then 'undo.has-account' else 'undo.changed-since' end as code
    from import_rows r left join members m on m.id = r.record_id
    where r.import_id = ${importId} and ${sql.unsafe(isWritable)}
      and (m.id is null or m.version <> coalesce(r.record_version, 0) + 1 or (r.action = 'add' and m.account_id is not null))
    union all
    select distinct d.row, r.name, 'undo.depended-on'
    from import_dependants(${importId}) d join import_rows r on r.import_id = ${importId} and r.row = d.row
    order by 1`;
  return rows;
}
