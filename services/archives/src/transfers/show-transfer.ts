import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { narrowToPerson } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { placeOf } from './find-transfer.ts';
import { holdsTransfer, transferReach } from './transfer-policy.ts';
import { selectTransfer, stepsOf } from './transfer-table.ts';
import { transferResponse, transferView } from './view-transfer.ts';

/** One transfer with its timeline, for either end and for the person. */
export async function showTransfer(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.transfer.read');
  const reach = transferReach(kit.authorizer, kit.tree(), scope.actor);
  const place = await placeOf(deps, scope, c.req.param('id') as string);
  if (!holdsTransfer(scope, reach.tree, place)) throw notFound();
  const [row, steps] = await kit.database.read(narrowToPerson(scope, place.memberId), (tx) =>
    Promise.all([selectTransfer(tx, place.id), stepsOf(tx, place.id)]),
  );
  if (row === undefined) throw notFound();
  return transferResponse(transferView(deps, reach, row, steps));
}
