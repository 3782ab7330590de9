import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { refuseSource } from '@banyan/service-kit/request-source';
import type { Deps } from '../deps.ts';
import { scopeOfFile } from './find-file.ts';
import { downloadQuerySchema } from './file-routes.ts';
import { sendFile } from './send-file.ts';

/** The content of a file, saved or, with `?as=view`, shown in place where that is harmless. */
export async function downloadFile(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFile(deps, granted, id);
  refuseSource(c, 'elsewhere');
  const { as } = parseQuery(c, downloadQuerySchema);
  return sendFile(kit, c, scope, id, as);
}
