import { forbidden, notFound } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { holds } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import type { SavedView } from './saved-view.ts';
import { mayChange, seesView, type ViewReach, viewReach } from './view-policy.ts';
import { selectView } from './view-table.ts';

/** The view that a request names, for whoever may change it: 404 for one out of sight, 403 for one to look at only. */
export async function viewToChange(
  { kit }: Deps,
  c: AppContext,
  removed = false,
): Promise<{ readonly reach: ViewReach; readonly view: SavedView }> {
  const scope = await authorize(kit, c, 'archives.member.read');
  const id = c.req.param('id') as string;
  checkRecordId(id);
  const reach = viewReach(kit.authorizer, kit.tree(), scope);
  const view = await kit.database.read(scope, (tx) => selectView(tx, id, { removed }));
  if (view === undefined || !seesView(reach, view)) throw notFound();
  if (!mayChange(reach, view)) throw forbidden();
  return { reach, view };
}

/** Sharing is a setting of the organization: throws unless settings may be made there. */
export function checkSharing({ settings, tree }: ViewReach, organizationId: string | null): void {
  if (organizationId === null) return;
  if (settings === null) throw forbidden();
  if (!holds(settings, tree, organizationId)) throw notFound();
}

/** The audit row of a change of a view. */
export function auditView(tx: WriteTransaction, verb: string, view: SavedView, fields: string[]): void {
  tx.audit({
    action: `archives.view.${verb}`,
    entity: 'view',
    subjectId: view.id,
    organizationId: view.organizationId,
    fields,
    version: view.version,
  });
}
