import { memberAdmitted } from '@banyan/contracts/archives/events';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { narrowTo } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { auditChange, type Entry, refusingTwins, storeEntry } from './change-record.ts';
import { checkHome, checkValues, holdHome } from './check-values.ts';
import { customOfNew } from './custom-change.ts';
import { selectRecord } from './load-member.ts';
import { completed } from './member-checks.ts';
import type { MemberValues } from './member-fields.ts';
import { memberReach } from './member-policy.ts';
import { blankValues, changedFields, columnsOf, storedChanges } from './member-record.ts';
import { type MemberInsert, members, type RecordRow } from './member-table.ts';
import { checkNamed } from './named-organization.ts';
import { recordResponse } from './record-response.ts';
import { admitMemberSchema } from './routes.ts';
import { memberView, personOf } from './show-views.ts';

/** Puts a person on record, at any stage: who has been a member for years is admitted as one. */
export async function admitMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const scope = await authorize(kit, c, 'archives.member.create');
  const tree = kit.tree();
  const body = await jsonOf(c);
  checkNamed(scope, tree, body);
  const { organizationId, stage, custom = {}, ...given } = parseBody(admitMemberSchema, body);
  checkHome(tree, organizationId);
  const today = kit.clock.today();
  const standing = { stage, state: 'active' } as const;
  const values = completed({ ...blankValues, ...given } as MemberValues, today);

  const id = uuidv7();
  const reach = memberReach(kit.authorizer, tree, scope.actor);
  const blank = { ...blankValues, name: '' };
  const fields = changedFields(blank, values);
  const now = new Date().toISOString();
  const columns = { id, organizationId, ...standing, version: 1, createdAt: now, updatedAt: now };
  const admitted = kit.database.write(
    narrowTo(scope, organizationId),
    async (tx) => {
      await holdHome(tx, organizationId);
      const asked = await customOfNew(tx, { organizationId, stage }, custom);
      checkValues(values, standing, today, tree, organizationId, null, asked.errors);
      const changes = [...storedChanges(sealer, id, fields, null, values), ...asked.changes];
      const entry: Entry = { action: 'archives.member.admit', changes, reason: null };
      const written = { ...columnsOf(sealer, id, values), ...columns, ...asked.columns };
      await tx.db.insert(members).values(written as MemberInsert);
      const row = (await selectRecord(tx, id)) as RecordRow;
      await storeEntry(tx, id, 1, entry);
      auditChange(tx, row, entry);
      tx.emit(memberAdmitted, id, { version: 1, person: personOf(row) });
      return memberView(sealer, reach, row);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return recordResponse(await refusingTwins(admitted), true);
}
