import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { answerView } from './answer-view.ts';
import { auditView, checkSharing } from './load-view.ts';
import { createViewSchema } from './routes.ts';
import { mostViews, noPreferences, type SavedView } from './saved-view.ts';
import { viewReach } from './view-policy.ts';
import { jsonText, selectView } from './view-table.ts';

/** Keeps filters, sort and columns under a name. A view holds no rows: each reader opens it on the own scope. */
export async function createView({ kit }: Deps, c: AppContext): Promise<Response> {
  const scope = await authorize(kit, c, 'archives.member.read');
  const reach = viewReach(kit.authorizer, kit.tree(), scope);
  const body = await jsonOf(c);
  const { list, name, organizationId, filters, sort, columns } = parseBody(createViewSchema, body);
  checkSharing(reach, organizationId);
  const { accountId } = scope.actor;
  const id = uuidv7();
  const answer = await kit.database.write(
    organizationId === null || reach.settings === null ? scope : reach.settings,
    async (tx) => {
      const [mine] = await tx.sql<{ count: number }[]>`
        select count(*)::int as count from saved_views
        where account_id = ${accountId} and list = ${list} and removed_at is null`;
      if ((mine?.count ?? 0) >= mostViews) throw tooMany();
      await tx.sql`
        insert into saved_views (id, list, account_id, organization_id, name, filters, sort, columns)
        values (${id}, ${list}, ${accountId}, ${organizationId}, ${name}, ${jsonText(filters)}::text::jsonb, ${sort},
          ${jsonText(columns)}::text::jsonb)`;
      const view = (await selectView(tx, id)) as SavedView;
      auditView(tx, 'create', view, ['name']);
      return answerView(reach, view, noPreferences);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return Response.json(answer, {
    status: 201,
    headers: { 'cache-control': 'no-store', etag: `"${answer.version}"` },
  });
}

function tooMany(): AppError {
  return new AppError(
    'conflict',
    'archives.too-many-views',
    'There are as many views as a list has room for.',
    {
      detail: 'Remove one that is no longer needed.',
    },
  );
}
