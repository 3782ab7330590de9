import { AppError, notFound } from '@banyan/service-kit/error';
import { actorOf, type AppContext } from '@banyan/service-kit/http-app';
import type { Actor } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { type FileLink, openLink } from './file-link.ts';
import { scopeOfFile } from './find-file.ts';
import { sendFile } from './send-file.ts';

/** What a short-lived address leads to: the file, if whoever asked for the address may still read it. */
export async function followLink(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, serviceSecret } = deps;
  const link = openLink(serviceSecret, c.req.param('token') as string);
  if (link === null) throw notFound();
  const actor = await readerOf(deps, c, link);
  if (kit.clock.now().getTime() > link.until) throw expired();
  const granted = kit.authorizer.authorize(actor, 'archives.dossier.read');
  const scope = await scopeOfFile(deps, granted, link.file);
  return sendFile(kit, c, scope, link.file, link.as);
}

/** Who asked for the address, with what they hold by now. Somebody else's session opens nothing. */
async function readerOf({ kit }: Deps, c: AppContext, { account, person }: FileLink): Promise<Actor> {
  if (c.req.header('authorization') === undefined)
    return kit.authenticator.recall({ accountId: account, personId: person, requestId: c.get('requestId') });
  const actor = await actorOf(kit, c);
  if (actor.accountId !== account) throw notFound();
  return actor;
}

function expired(): AppError {
  return new AppError('forbidden', 'file.link-expired', 'This address was good for a few minutes.', {
    detail: 'Open the file from the dossier again.',
  });
}
