import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { subtreeRange, systemScope } from '@banyan/service-kit/scope';
import type { TreeNode } from '@banyan/service-kit/organization-tree';
import type { Deps } from '../deps.ts';
import { checkOpen } from './load-round.ts';
import { placeOfOwnRound } from './own-round.ts';
import { keepResults } from './round-progress.ts';
import { roundResponse, viewOfRound } from './show-round.ts';
import { selectRound } from './verification-table.ts';

/** Ends a round. What every node has reached by then is kept. */
export async function closeRound(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.create');
  const id = c.req.param('id') as string;
  const { part } = await placeOfOwnRound(deps, granted, id);
  const view = await kit.database.write(part, async (tx) => {
    // Answers that are under way hold the round until they are stored.
    const row = await selectRound(tx, id, 'update');
    checkOpen(row);
    const { path } = kit.tree().get(row.organizationId) as TreeNode;
    // Of all below, whatever part of it the closer sees.
    await tx.enter(systemScope('archives.verification.close'));
    await keepResults(tx, { ...subtreeRange(path), roundId: id, key: id });
    await tx.enter(part);
    await tx.sql`
      update verification_rounds set state = 'closed', closed_at = now(), version = version + 1 where id = ${id}`;
    tx.audit({
      action: 'archives.verification.close',
      entity: 'verification',
      subjectId: id,
      organizationId: row.organizationId,
      version: row.version + 1,
    });
    return viewOfRound(deps, tx, part, id);
  });
  return roundResponse(view);
}
