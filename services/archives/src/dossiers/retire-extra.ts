import { type AppContext, ifMatch } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { auditExtra, extraInReach, lockExtra } from './store-extra.ts';

/** It is asked for no more. What was filed under it stays in the dossiers. */
export async function retireExtra(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { scope, id, reach } = await extraInReach(deps, c);
  const version = ifMatch(c);
  await kit.database.write(scope, async (tx) => {
    const row = await lockExtra(tx, id, version, reach);
    await tx.sql`update dossier_extras set retired_at = now(), version = version + 1 where id = ${id}`;
    auditExtra(tx, 'retire', id, row.organizationId, [], version + 1);
  });
  return new Response(null, { status: 204 });
}
