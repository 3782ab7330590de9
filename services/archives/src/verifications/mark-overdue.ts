import type { Kit } from '@banyan/service-kit/kit';
import { subtreeRange, systemScope } from '@banyan/service-kit/scope';
import { unfinishedBranches } from './round-progress.ts';

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
      const branches = await unfinishedBranches(tx, { ...subtreeRange(node.path), roundId: id, key: id });
      await tx.sql`
        insert into verification_overdue (round_id, organization_id, due_on, marked_on)
        select r.id, b.id, r.due_on, ${today}::date
        from verification_rounds r cross join unnest(${`{${branches.join(',')}}`}::text::uuid[]) as b(id)
        where r.id = ${id} and r.state = 'open' and r.due_on < ${today}::date
        on conflict do nothing`;
    });
  }
}
