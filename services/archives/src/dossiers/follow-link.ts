import { AppError, notFound } from '@banyan/service-kit/error';
import { actorOf, type AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { openLink } from './file-link.ts';
import { scopeOfFile } from './find-file.ts';
import { sendFile } from './send-file.ts';

/** What a short-lived address leads to, in the session that asked for it; in any other there is no such address. */
export async function followLink(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, serviceSecret } = deps;
  const actor = await actorOf(kit, c);
  const link = openLink(serviceSecret, c.req.param('token') as string);
  if (link === null || link.session !== actor.sessionId) throw notFound();
  if (kit.clock.now().getTime() > link.until) throw expired();
  const granted = kit.authorizer.authorize(actor, 'archives.dossier.read');
  const scope = await scopeOfFile(deps, granted, link.file);
  return sendFile(kit, c, scope, link.file, link.as);
}

function expired(): AppError {
  return new AppError('forbidden', 'file.link-expired', 'This address was good for a few minutes.', {
    detail: 'Open the file from the dossier again.',
  });
}
