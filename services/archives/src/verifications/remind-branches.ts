import { verificationReminded } from '@banyan/contracts/archives/events';
import { AppError, notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { holds, subtreeRange, within } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { jsonResponse } from '../members/record-response.ts';
import { checkOpen, placeOfRound } from './load-round.ts';
import { unfinishedBranches } from './round-progress.ts';
import { remindSchema } from './routes.ts';
import { tellBranches } from './tell-branches.ts';
import { isAtOrBelow } from './verification-policy.ts';
import { selectRound } from './verification-table.ts';

/** Reminds the branches at a node and below that have not answered for everybody. */
export async function remindBranches(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.create');
  const id = c.req.param('id') as string;
  const { organizationId: top } = await placeOfRound(deps, granted, id);
  const body = await jsonOf(c);
  const { organizationId, note } = parseBody(remindSchema, body);
  const tree = kit.tree();
  const node = tree.get(organizationId.toLowerCase());
  if (node === undefined || !holds(granted, tree, node.id) || !isAtOrBelow(tree, node.id, top))
    throw notFound();
  const answer = await kit.database.write(
    within(granted, tree, node.id),
    async (tx) => {
      const round = await selectRound(tx, id, 'share');
      checkOpen(round);
      const late = await unfinishedBranches(tx, { ...subtreeRange(node.path), roundId: id, key: id });
      if (late.length === 0)
        throw new AppError('conflict', 'archives.verification-finished', 'Everybody there is answered for.', {
          detail: 'There is nobody to remind.',
        });
      await tx.sql`
        insert into verification_reminders (id, round_id, organization_id, account_id, author_name, note, branches)
        values (${uuidv7()}, ${id}, ${node.id}, ${tx.scope.actor.accountId}, ${await actorName(tx)}, ${note}, ${late.length})`;
      tx.audit({
        action: 'archives.verification.remind',
        entity: 'verification',
        subjectId: id,
        organizationId: node.id,
        reason: note,
      });
      tellBranches(tx, verificationReminded, round, late);
      return { branches: late.length };
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return jsonResponse(answer);
}
