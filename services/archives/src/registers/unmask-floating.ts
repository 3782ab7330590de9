import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { unmaskRecord } from '../members/unmask-record.ts';
import { scopeOfFloating } from './floating-policy.ts';
import { selectFloating } from './floating-table.ts';
import { unmaskFloatingSchema } from './register-fields.ts';
import { sealedAt } from './show-floating-views.ts';

export async function unmaskFloating(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read-sensitive');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFloating(deps, granted, id, true);
  const { fields, reason } = parseBody(unmaskFloatingSchema, await jsonOf(c));
  const act = {
    action: 'archives.floating.unmask',
    entity: 'floating-member',
    subjectId: id,
    reason,
  } as const;
  return unmaskRecord(deps, scope, act, async (tx) => {
    const row = await selectFloating(tx, id);
    const plain = fields.map((field) => {
      const sealed = row[field];
      return [field, sealed === null ? null : sealer.open(...sealedAt(id, field), sealed)];
    });
    const { organizationId } = scope;
    return { organizationId, version: row.version, plain: Object.fromEntries(plain) };
  });
}
