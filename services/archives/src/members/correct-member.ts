import { memberUpdated } from '@banyan/contracts/archives/events';
import { type AppContext, authorize, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { auditChange, type Entry, lockVersion, refusingTwins, storeChange } from './change-record.ts';
import { checkValues } from './check-values.ts';
import { scopeOfMember } from './load-member.ts';
import { completed } from './member-checks.ts';
import type { MemberValues } from './member-fields.ts';
import { memberReach } from './member-policy.ts';
import { changedFields, columnsOf, storedChanges, valuesOf } from './member-record.ts';
import { recordResponse } from './record-response.ts';
import { correctMemberSchema } from './routes.ts';
import { memberView, personOf } from './show-views.ts';

/** Sets fields of a record. Where somebody else was quicker, the sender is shown what changed. */
export async function correctMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const version = ifMatch(c);
  const correction = parseBody(correctMemberSchema, await jsonOf(c));
  const tree = kit.tree();
  const today = kit.clock.today();
  const reach = memberReach(kit.authorizer, tree, scope.actor);

  const corrected = kit.database.write(scope, async (tx) => {
    const row = await lockVersion(deps, tx, id, version, reach);
    const before = valuesOf(sealer, row);
    const wanted = { ...before, ...correction } as MemberValues;
    // A new number tells sex and birth date where they are not known; other corrections leave them as they are.
    const after = 'idNumber' in correction ? completed(wanted, today) : wanted;
    checkValues(after, row, today, tree, row.organizationId, new Set(Object.keys(correction)));
    const fields = changedFields(before, after);
    if (fields.length === 0) return memberView(sealer, reach, row);
    const changed = Object.fromEntries(fields.map((field) => [field, after[field]])) as Partial<MemberValues>;
    const entry: Entry = {
      action: 'archives.member.update',
      changes: storedChanges(sealer, id, fields, before, after),
      reason: null,
    };
    const next = await storeChange(tx, row, columnsOf(sealer, id, changed), entry);
    auditChange(tx, next, entry);
    tx.emit(memberUpdated, id, { version: next.version, person: personOf(next), fields });
    return memberView(sealer, reach, next);
  });
  return recordResponse(await refusingTwins(corrected));
}
