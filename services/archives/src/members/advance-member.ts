import { memberStatusChanged } from '@banyan/contracts/archives/events';
import { AppError } from '@banyan/service-kit/error';
import {
  type AppContext,
  authorize,
  idempotencyOf,
  ifMatch,
  jsonOf,
  parseBody,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { auditChange, type Entry, lockVersion, storeChange } from './change-record.ts';
import { checkValues } from './check-values.ts';
import { scopeOfMember } from './load-member.ts';
import { nextStage, stageDate } from './member.ts';
import { memberReach } from './member-policy.ts';
import { valuesOf } from './member-record.ts';
import { recordResponse } from './record-response.ts';
import { advanceMemberSchema } from './routes.ts';
import { memberView, personOf } from './show-views.ts';

/** One step along the stages, with the date on which people decided it. */
export async function advanceMember(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const version = ifMatch(c);
  const body = await jsonOf(c);
  const { stage, on, reason } = parseBody(advanceMemberSchema, body);
  const tree = kit.tree();
  const reach = memberReach(kit.authorizer, tree, scope.actor);

  const view = await kit.database.write(
    scope,
    async (tx) => {
      const row = await lockVersion(deps, tx, id, version, reach);
      const next = nextStage(row);
      if (next !== stage) {
        throw new AppError(
          'conflict',
          'archives.stage-not-next',
          'This is not the next stage of this person.',
          {
            detail:
              next === null ? 'There is no next stage for this person now.' : `The next stage is ${next}.`,
          },
        );
      }
      const date = stageDate[stage];
      const standing = { stage, state: row.state };
      checkValues(
        { ...valuesOf(sealer, row), [date]: on },
        standing,
        kit.clock.today(),
        tree,
        row.organizationId,
        new Set([date]),
      );
      const entry: Entry = {
        action: 'archives.member.advance',
        changes: [
          { field: 'stage', from: row.stage, to: stage },
          { field: date, from: row[date], to: on },
        ],
        reason,
      };
      const advanced = await storeChange(tx, row, { stage, [date]: on }, entry);
      auditChange(tx, advanced, entry);
      tx.emit(memberStatusChanged, id, {
        version: advanced.version,
        person: personOf(advanced),
        from: { stage: row.stage, state: row.state },
        to: standing,
        on,
      });
      return memberView(sealer, reach, advanced);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return recordResponse(view);
}
