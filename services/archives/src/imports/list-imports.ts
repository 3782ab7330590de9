import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import { within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { importColumns, type ImportRecord } from './import-table.ts';
import { listImportsQuerySchema } from './routes.ts';
import { importSummary } from './view-import.ts';

/** Who imported what and when. */
export async function listImports({ kit }: Deps, c: AppContext): Promise<Response> {
  const granted = await authorize(kit, c, 'archives.member.import');
  const query = parseQuery(c, listImportsQuerySchema);
  const scope = query.node === undefined ? granted : within(granted, kit.tree(), query.node);
  const { limit, offset } = pageOf(query);
  const tree = kit.tree();
  const ids = scope.whole ? null : tree.select(scope.ranges).map(({ id }) => id);
  const where = `where ($1::uuid[] is null or i.organization_id = any($1::uuid[])) and ($2::text is null or i.status = $2)`;
  const filter = [ids, query.status ?? null];
  const [records, [count]] = await kit.database.read(scope, (tx) =>
    Promise.all([
      tx.sql.unsafe<ImportRecord[]>(
        `select ${importColumns} from imports i ${where} order by i.created_at desc, i.id desc limit ${limit} offset ${offset}`,
        filter,
      ),
      tx.sql.unsafe<{ total: number }[]>(`select count(*)::int as total from imports i ${where}`, filter),
    ]),
  );
  const items = records.map((record) => importSummary(record, tree));
  return jsonResponse({ items, total: count?.total ?? 0, totalIsExact: true });
}
