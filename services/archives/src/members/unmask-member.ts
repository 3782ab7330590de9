import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { scopeOfMember, selectRecord } from './load-member.ts';
import { unmaskMemberSchema } from './routes.ts';
import { unmaskRecord } from './unmask-record.ts';

export async function unmaskMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read-sensitive');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const { fields, reason } = parseBody(unmaskMemberSchema, await jsonOf(c));
  const act = { action: 'archives.member.unmask', entity: 'member', subjectId: id, reason } as const;
  return unmaskRecord(deps, scope, act, async (tx) => {
    const row = await selectRecord(tx, id);
    if (row === undefined) throw notFound();
    const plain = fields.map((field) => {
      const sealed = row[field];
      return [field, sealed === null ? null : sealer.open(id, field, sealed)];
    });
    return { organizationId: row.organizationId, version: row.version, plain: Object.fromEntries(plain) };
  });
}
