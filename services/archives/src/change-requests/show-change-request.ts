import type { Transaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { knownCustom } from '../members/known-custom.ts';
import { selectRecord } from '../members/load-member.ts';
import { requestReach, type RequestReach } from './change-request-policy.ts';
import { selectFields, selectRequest } from './change-request-table.ts';
import type { ChangeRequestView } from './change-request-views.ts';
import { shownFields } from './fields-elsewhere.ts';
import { placeOfRequest } from './load-change-request.ts';
import { requestResponse } from './request-response.ts';
import { changeRequestView } from './show-views.ts';

/** One request, beside the record as it is now. */
export async function showChangeRequest(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.change-request.read');
  const id = c.req.param('id') as string;
  const { scope } = await placeOfRequest(deps, granted, id);
  const reach = requestReach(kit.authorizer, kit.tree(), scope.actor);
  return requestResponse(await kit.database.read(scope, (tx) => viewOfRequest(deps, tx, reach, id)));
}

/** The request as this transaction sees it. */
export async function viewOfRequest(
  deps: Pick<Deps, 'sealer'>,
  tx: Transaction,
  reach: RequestReach,
  id: string,
): Promise<ChangeRequestView> {
  const row = await selectRequest(tx, id);
  const [fields, member, known] = await Promise.all([
    selectFields(tx, id),
    selectRecord(tx, row.memberId),
    knownCustom(tx, row.memberId),
  ]);
  if (member === undefined) throw notFound();
  return changeRequestView(deps, reach, row, shownFields(fields, known), member);
}
