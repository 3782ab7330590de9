import { verificationOverdue } from '@banyan/contracts/archives/events';
import type { Kit } from '@banyan/service-kit/kit';
import { subtreeRange, systemScope } from '@banyan/service-kit/scope';
import { unfinishedBranches } from './round-progress.ts';
import { tellBranches } from './tell-branches.ts';
import { selectRound } from './verification-table.ts';

/** Keeps which branches are late with which rounds, each once for a due date however often this runs. */
export async function markOverdue(kit: Kit): Promise<void> {
  const scope = systemScope('archives.verification.remind');
  const today = kit.clock.today();
  const late = await kit.database.read(
    scope,
    (tx) => tx.sql<{ id: string; organizationId: string }[]>`
      select id, organization_id as "organizationId" from verification_rounds
      where state = 'open' and due_on < ${today} order by due_on`,
  );
  for (const { id, organizationId } of late) {
    const node = kit.tree().get(organizationId);
    if (node === undefined) continue;
    await kit.database.write(scope, async (tx) => {
      const round = await selectRound(tx, id, 'share');
      if (round.state !== 'open' || round.dueOn >= today) return;
      const branches = await unfinishedBranches(tx, { ...subtreeRange(node.path), roundId: id, key: id });
      const marked = await tx.sql<{ id: string }[]>`
        insert into verification_overdue (round_id, organization_id, due_on, marked_on)
        select ${id}, b.id, ${round.dueOn}::date, ${today}::date
        from unnest(${`{${branches.join(',')}}`}::text::uuid[]) as b(id)
        on conflict do nothing returning organization_id as id`;
      tellBranches(
        tx,
        verificationOverdue,
        round,
        marked.map((branch) => branch.id),
      );
    });
  }
}
