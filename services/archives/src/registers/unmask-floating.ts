import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { scopeOfFloating } from './floating-policy.ts';
import { selectFloating } from './floating-table.ts';
import { unmaskFloatingSchema } from './register-fields.ts';
import { sealedAt } from './show-floating-views.ts';

/** Shows numbers of an entry in plain, once the audit trail has who asked for which of them and why. */
export async function unmaskFloating(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read-sensitive');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFloating(deps, granted, id, true);
  const { fields, reason } = parseBody(unmaskFloatingSchema, await jsonOf(c));
  const asked = [...new Set(fields)];
  const row = await kit.database.write(scope, async (tx) => {
    const found = await selectFloating(tx, id);
    tx.audit({
      action: 'archives.floating.unmask',
      entity: 'floating-member',
      subjectId: id,
      organizationId: scope.organizationId,
      fields: asked,
      version: found.version,
      reason,
    });
    return found;
  });
  const plain = asked.map((field) => {
    const sealed = row[field];
    return [field, sealed === null ? null : sealer.open(...sealedAt(id, field), sealed)];
  });
  return jsonResponse(Object.fromEntries(plain));
}
