import type { Transaction } from '@banyan/service-kit/database';
import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Actor } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { floatingReach, scopeOfFloating } from './floating-policy.ts';
import { selectContacts, selectFloating } from './floating-table.ts';
import type { FloatingView } from './register-views.ts';
import { floatingView } from './show-floating-views.ts';

/** One entry with its contacts. */
export async function showFloating(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFloating(deps, granted, id);
  const view = await kit.database.read(scope, (tx) => viewFloating(deps, tx, id, granted.actor));
  return entryResponse(view);
}

/** The entry as this transaction and this reader see it. */
export async function viewFloating(
  { kit, sealer }: Deps,
  tx: Transaction,
  id: string,
  actor: Actor,
): Promise<FloatingView> {
  const row = await selectFloating(tx, id);
  const contacts = await selectContacts(tx, id);
  return floatingView(sealer, floatingReach(kit.authorizer, kit.tree(), actor), row, contacts);
}

export async function staleEntry(deps: Deps, tx: Transaction, id: string): Promise<AppError> {
  const current = await viewFloating(deps, tx, id, tx.scope.actor);
  return new AppError('stale', 'record.stale', 'Somebody else has changed this entry meanwhile.', {
    detail: 'Look at what changed, and send your change again with the version of the current entry.',
    extensions: { current, changed: [] },
  });
}

/** An entry with its version as ETag; with `created`, where it is from now on. */
export function entryResponse(view: FloatingView, created = false): Response {
  return new Response(JSON.stringify(view), {
    status: created ? 201 : 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      etag: `"${view.version}"`,
      ...(created ? { location: `/api/archives/registers/floating/${view.id}` } : {}),
    },
  });
}
