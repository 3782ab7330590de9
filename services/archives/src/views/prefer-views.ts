import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { preferencesSchema } from './routes.ts';

/** My order of views and the one that opens first. Nobody else is concerned, so the audit trail is not either. */
export async function preferViews({ kit }: Deps, c: AppContext): Promise<Response> {
  const scope = await authorize(kit, c, 'archives.member.read');
  const preferences = parseBody(preferencesSchema, await jsonOf(c));
  const { list, defaultViewId, ordered } = preferences;
  await kit.database.write(scope, async (tx) => {
    await tx.sql`
      insert into view_preferences (account_id, list, default_view_id, ordered)
      values (${scope.actor.accountId}, ${list}, ${defaultViewId}, ${`{${ordered.join(',')}}`}::text::uuid[])
      on conflict (account_id, list) do update
        set default_view_id = excluded.default_view_id, ordered = excluded.ordered`;
  });
  return jsonResponse(preferences);
}
