import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { selectFields, selectRequest } from './change-request-table.ts';
import { placeOfRequest } from './load-change-request.ts';
import { unmaskChangeRequestSchema } from './routes.ts';
import { openedValue } from './show-views.ts';

/** Shows proposed sensitive values in plain, once the audit trail has who asked for which of them and why. */
export async function unmaskChangeRequest(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read-sensitive');
  const id = c.req.param('id') as string;
  const { scope, memberId } = await placeOfRequest(deps, granted, id);
  const { fields: asked, reason } = parseBody(unmaskChangeRequestSchema, await jsonOf(c));
  const shown = await kit.database.write(scope, async (tx) => {
    const request = await selectRequest(tx, id);
    const fields = (await selectFields(tx, id)).filter(({ field }) =>
      (asked as readonly string[]).includes(field),
    );
    tx.audit({
      action: 'archives.change-request.unmask',
      entity: 'change-request',
      subjectId: id,
      organizationId: request.organizationId,
      fields: fields.map(({ field }) => field),
      version: request.version,
      reason,
    });
    return fields;
  });
  const plain = shown.map(({ field, from, to }) => [
    field,
    { from: openedValue(sealer, memberId, field, from), to: openedValue(sealer, memberId, field, to) },
  ]);
  return jsonResponse(Object.fromEntries(plain));
}
