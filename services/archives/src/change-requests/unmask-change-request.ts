import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { unmaskRecord } from '../members/unmask-record.ts';
import { selectFields, selectRequest } from './change-request-table.ts';
import { placeOfRequest } from './load-change-request.ts';
import { unmaskChangeRequestSchema } from './routes.ts';
import { openedValue } from './show-views.ts';

/** Shows of each field what it is from and what it is to become; of a field that is not proposed, nothing. */
export async function unmaskChangeRequest(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read-sensitive');
  const id = c.req.param('id') as string;
  const { scope, memberId } = await placeOfRequest(deps, granted, id);
  const { fields, reason } = parseBody(unmaskChangeRequestSchema, await jsonOf(c));
  const asked: readonly string[] = fields;
  const act = {
    action: 'archives.change-request.unmask',
    entity: 'change-request',
    subjectId: id,
    reason,
  } as const;
  return unmaskRecord(deps, scope, act, async (tx) => {
    const { organizationId, version } = await selectRequest(tx, id);
    const plain = (await selectFields(tx, id))
      .filter(({ field }) => asked.includes(field))
      .map(({ field, from, to }) => [
        field,
        { from: openedValue(sealer, memberId, field, from), to: openedValue(sealer, memberId, field, to) },
      ]);
    return { organizationId, version, plain: Object.fromEntries(plain) };
  });
}
