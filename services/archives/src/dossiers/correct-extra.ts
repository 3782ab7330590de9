import type { WriteTransaction } from '@banyan/service-kit/database';
import { type AppContext, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { selectExtra } from './dossier-table.ts';
import { correctExtraSchema } from './extra-routes.ts';
import { auditExtra, extraInReach, extraView, lockExtra, refusingTwins } from './store-extra.ts';

/** Other words, another stage or number for an extra; what people have filed under it stays. */
export async function correctExtra(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { scope, id, reach } = await extraInReach(deps, c);
  const version = ifMatch(c);
  const change = parseBody(correctExtraSchema, await jsonOf(c));
  const view = await refusingTwins(
    kit.database.write(scope, async (tx) => {
      const row = await lockExtra(tx, id, version, reach);
      const next = {
        ...row,
        ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      };
      await tx.sql`
        update dossier_extras set name = ${next.name}, hint = ${next.hint}, stage = ${next.stage},
          least = ${next.least}, version = version + 1 where id = ${id}`;
      auditExtra(tx, 'correct', id, row.organizationId, Object.keys(change), version + 1);
      const corrected = extraView(reach, await selectExtra(tx, id));
      if (change.least !== undefined) await recount(tx, id, change.least);
      return corrected;
    }),
  );
  return jsonResponse(view);
}

/** People below the node may lie outside what its settings reach: what their items amount to follows with the rights of the service. */
async function recount(tx: WriteTransaction, id: string, least: number): Promise<void> {
  await tx.enter(systemScope('archives.dossier.recount'));
  await tx.sql`
      update dossier_items d set state = case when n.files = 0 then 'missing' when n.files < ${least} then 'partial' else 'complete' end
      from (
        select i.member_id, count(f.id) filter (where f.removed_at is null) as files
        from dossier_items i
          left join dossier_files df on df.member_id = i.member_id and df.item = i.item
          left join files f on f.id = df.file_id
        where i.item = ${id} group by 1
      ) n
      where d.item = ${id} and d.member_id = n.member_id and d.mark is null`;
}
