import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { unauthenticated } from '@banyan/service-kit/authenticate';
import { notFound } from '@banyan/service-kit/error';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { selectDossierFile } from './dossier-table.ts';
import { linkMinutes, sealLink } from './file-link.ts';
import { scopeOfFile } from './find-file.ts';
import { downloadQuerySchema } from './file-routes.ts';

/** An address for a few minutes that opens a file in the session that asked for it, and while access stands. */
export async function linkFile(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, serviceSecret } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFile(deps, granted, id);
  const { as } = parseQuery(c, downloadQuerySchema);
  const file = await kit.database.read(scope, (tx) => selectDossierFile(tx, id));
  if (file.removedAt !== null) throw notFound();
  const until = kit.clock.now().getTime() + linkMinutes * 60_000;
  const { sessionId } = scope.actor;
  if (sessionId === null) throw unauthenticated();
  const token = sealLink(serviceSecret, { file: id, session: sessionId, as, until });
  return jsonResponse({
    url: `/api/archives/file-links/${token}`,
    expiresAt: new Date(until).toISOString(),
  });
}
