import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { checkOpen } from './load-round.ts';
import { placeOfOwnRound } from './own-round.ts';
import { checkDueOn } from './open-round.ts';
import { changeRoundSchema } from './routes.ts';
import { roundResponse, viewOfRound } from './show-round.ts';
import { selectRound } from './verification-table.ts';

/** Changes the words of an open round, or gives it more time. */
export async function changeRound(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.create');
  const id = c.req.param('id') as string;
  const { organizationId, part } = await placeOfOwnRound(deps, granted, id);
  const version = ifMatch(c);
  const change = parseBody(changeRoundSchema, await jsonOf(c));
  const view = await kit.database.write(part, async (tx) => {
    const row = await selectRound(tx, id, 'update');
    if (row.version !== version)
      throw new AppError('stale', 'record.stale', 'Somebody else has changed this round meanwhile.', {
        detail: 'Look at it as it is now, and send your change again with its version.',
        extensions: { current: await viewOfRound(deps, tx, part, id) },
      });
    checkOpen(row);
    const { title = row.title, dueOn = row.dueOn } = change;
    const next = {
      title,
      dueOn,
      question: change.question === undefined ? row.question : change.question,
      note: change.note === undefined ? row.note : change.note,
    };
    if (next.dueOn !== row.dueOn) checkDueOn(next.dueOn, kit.clock.today());
    const fields = (['title', 'question', 'note', 'dueOn'] as const).filter(
      (field) => next[field] !== row[field],
    );
    if (fields.length > 0) {
      await tx.sql`
        update verification_rounds set title = ${next.title}, question = ${next.question}, note = ${next.note},
          due_on = ${next.dueOn}, version = version + 1 where id = ${id}`;
      tx.audit({
        action: 'archives.verification.update',
        entity: 'verification',
        subjectId: id,
        organizationId,
        fields,
        version: version + 1,
      });
    }
    return viewOfRound(deps, tx, part, id);
  });
  return roundResponse(view);
}
