import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { holds, type Scope, within } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { dossierReach } from './dossier-policy.ts';
import { type ExtraRow, selectExtras } from './dossier-table.ts';
import { extraView } from './store-extra.ts';
import { listExtrasSchema } from './extra-routes.ts';

/** What nodes ask for beyond the national list: of my scope, and of the nodes above it, which hold for it too. */
export async function listExtras(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const { node } = parseQuery(c, listExtrasSchema);
  const tree = kit.tree();
  const scope = node === undefined ? granted : within(granted, tree, node);
  const own = scope.personId === null ? [] : await homePaths(deps, scope);
  const reach = dossierReach(kit.authorizer, tree, scope.actor);
  const extras = await kit.database.read(scope, (tx) => selectExtras(tx));
  const concerns = ({ organizationId }: ExtraRow): boolean => {
    const path = tree.get(organizationId)?.path;
    if (path === undefined) return false;
    return (
      scope.whole ||
      holds(scope, tree, organizationId) ||
      [...scope.ranges.map(({ low }) => low), ...own].some((low) => low.startsWith(path))
    );
  };
  const items = extras.filter((extra) => extra.retiredAt === null && concerns(extra));
  return jsonResponse({
    items: items.map((extra) => extraView(reach, extra)),
    total: items.length,
    totalIsExact: true,
  });
}

/** The reader's own branch, whose list holds for the reader. */
async function homePaths({ kit }: Deps, scope: Scope): Promise<string[]> {
  const [row] = await kit.database.readOne<{ home: string | null }>(
    scope,
    'select member_organization($1::uuid) as home',
    [scope.personId],
  );
  const path = row?.home ? kit.tree().get(row.home)?.path : undefined;
  return path === undefined ? [] : [path];
}
