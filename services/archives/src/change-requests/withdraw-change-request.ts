import { type AppContext, authorize, idempotencyOf } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { lockRecord } from '../members/load-member.ts';
import { alreadyClosed, notProposer, requestReach } from './change-request-policy.ts';
import { lockRequest } from './change-request-table.ts';
import { placeOfRequest } from './load-change-request.ts';
import { requestResponse } from './request-response.ts';
import { viewOfRequest } from './show-change-request.ts';

/** Takes back what was proposed and not yet decided. */
export async function withdrawChangeRequest(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.change-request.create');
  const id = c.req.param('id') as string;
  const { scope, memberId } = await placeOfRequest(deps, granted, id);
  const reach = requestReach(kit.authorizer, kit.tree(), scope.actor);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      await lockRecord(tx, memberId);
      const request = await lockRequest(tx, id);
      if (request.state !== 'open') throw alreadyClosed();
      if (request.accountId !== scope.actor.accountId) throw notProposer();
      await tx.sql`
        update change_requests set state = 'withdrawn', version = version + 1, closed_at = now() where id = ${id}`;
      tx.audit({
        action: 'archives.change-request.withdraw',
        entity: 'change-request',
        subjectId: id,
        organizationId: request.organizationId,
        version: request.version + 1,
      });
      return viewOfRequest(deps, tx, reach, id);
    },
    { idempotency: idempotencyOf(c, null) },
  );
  return requestResponse(view);
}
