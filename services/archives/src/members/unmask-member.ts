import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { scopeOfMember, selectRecord } from './load-member.ts';
import { jsonResponse } from './record-response.ts';
import { unmaskMemberSchema } from './routes.ts';

/** Shows sensitive fields in plain, once the audit trail has who asked for which of them and why. */
export async function unmaskMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read-sensitive');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const { fields, reason } = parseBody(unmaskMemberSchema, await jsonOf(c));
  const asked = [...new Set(fields)];
  const row = await kit.database.write(scope, async (tx) => {
    const found = await selectRecord(tx, id);
    if (found === undefined) throw notFound();
    tx.audit({
      action: 'archives.member.unmask',
      entity: 'member',
      subjectId: id,
      organizationId: found.organizationId,
      fields: asked,
      version: found.version,
      reason,
    });
    return found;
  });
  const plain = asked.map((field) => {
    const sealed = row[field];
    return [field, sealed === null ? null : sealer.open(id, field, sealed)];
  });
  return jsonResponse(Object.fromEntries(plain));
}
