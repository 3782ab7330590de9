import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { notFound } from '@banyan/service-kit/error';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { selectDossierFile } from './dossier-table.ts';
import { linkMinutes, sealLink } from './file-link.ts';
import { scopeOfFile } from './find-file.ts';
import { downloadQuerySchema } from './file-routes.ts';

/** An address for a few minutes that opens a file without a header, for whoever asked and while access stands. */
export async function linkFile(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, serviceSecret } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFile(deps, granted, id);
  const { as } = parseQuery(c, downloadQuerySchema);
  const file = await kit.database.read(scope, (tx) => selectDossierFile(tx, id));
  if (file.removedAt !== null) throw notFound();
  const until = kit.clock.now().getTime() + linkMinutes * 60_000;
  const { accountId, personId } = scope.actor;
  const token = sealLink(serviceSecret, {
    file: id,
    account: accountId as string,
    person: personId,
    as,
    until,
  });
  return jsonResponse({
    url: `/api/archives/file-links/${token}`,
    expiresAt: new Date(until).toISOString(),
  });
}
