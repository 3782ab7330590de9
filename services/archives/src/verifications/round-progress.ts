import type { Transaction } from '@banyan/service-kit/database';
import type { PathRange } from '@banyan/service-kit/scope';
import { nothing, type Progress } from './verification.ts';

/** A range of the tree whose branches are counted for a round, under the key of the sum that they are part of. */
export interface Part extends PathRange {
  readonly roundId: string;
  readonly key: string;
}

interface SumRow {
  readonly key: string;
  readonly people: string;
  readonly confirmed: string;
  readonly corrected: string;
  readonly unknown: string;
  readonly branches: string;
  readonly finished: string;
}

/**
 * People by branch from the counts of members, answers from the tallies, each with what is not yet added to them: as
 * many small look-ups as there are branches, and none of it grows with the people.
 */
const eachBranch = `branch as materialized (
    select p.key, r.id as round_id, o.id, r.stages, r.states
    from jsonb_to_recordset($1::text::jsonb) as p(key text, "roundId" uuid, low text, high text)
    join verification_rounds r on r.id = p."roundId"
    join organizations o on o.path >= p.low collate "C" and o.path < p.high collate "C"
    where o.type in ('branch', 'joint-branch')
  ), changed as materialized (
    select organization_id, stage, state, sum(delta) as people from member_count_deltas group by 1, 2, 3
  ), told as materialized (
    select round_id, organization_id, answer, sum(delta) as answers from verification_tally_deltas group by 1, 2, 3
  ), each as (
    select b.key, b.round_id, b.id,
      coalesce(counted.people, 0) + coalesce(pending.people, 0) as people,
      coalesce(given.confirmed, 0) + coalesce(fresh.confirmed, 0) as confirmed,
      coalesce(given.corrected, 0) + coalesce(fresh.corrected, 0) as corrected,
      coalesce(given.unknown, 0) + coalesce(fresh.unknown, 0) as unknown
    from branch b
    cross join lateral (
      select sum(c.own) as people from member_counts c
      where c.organization_id = b.id and c.stage = any(b.stages) and c.state = any(b.states)
    ) counted
    left join lateral (
      select sum(d.people) as people from changed d
      where d.organization_id = b.id and d.stage = any(b.stages) and d.state = any(b.states)
    ) pending on exists (select 1 from changed)
    cross join lateral (
      select sum(t.answers) filter (where t.answer = 'confirmed') as confirmed,
        sum(t.answers) filter (where t.answer = 'corrected') as corrected,
        sum(t.answers) filter (where t.answer = 'unknown') as unknown
      from verification_tallies t where t.round_id = b.round_id and t.organization_id = b.id
    ) given
    left join lateral (
      select sum(t.answers) filter (where t.answer = 'confirmed') as confirmed,
        sum(t.answers) filter (where t.answer = 'corrected') as corrected,
        sum(t.answers) filter (where t.answer = 'unknown') as unknown
      from told t where t.round_id = b.round_id and t.organization_id = b.id
    ) fresh on exists (select 1 from told)
  )`;

const sums = `sum(people) as people, sum(confirmed) as confirmed, sum(corrected) as corrected,
  sum(unknown) as unknown, count(*) filter (where people > 0) as branches,
  count(*) filter (where people > 0 and confirmed + corrected + unknown >= people) as finished`;

/** The sums of open rounds, by the keys of their parts. */
export async function countProgress(tx: Transaction, parts: readonly Part[]): Promise<Map<string, Progress>> {
  if (parts.length === 0) return new Map();
  const rows = await tx.sql.unsafe<SumRow[]>(
    `with ${eachBranch} select key, ${sums} from each group by key`,
    [JSON.stringify(parts)],
  );
  return new Map(rows.map((row) => [row.key, progressOf(row)]));
}

/** The branches of a range that have not answered for everybody. */
export async function unfinishedBranches(tx: Transaction, part: Part): Promise<string[]> {
  const rows = await tx.sql.unsafe<{ id: string }[]>(
    `with ${eachBranch} select id from each where confirmed + corrected + unknown < people order by id`,
    [JSON.stringify([part])],
  );
  return rows.map(({ id }) => id);
}

/** Keeps what every node of a round has reached, so that a closed round stays as it was. */
export async function keepResults(tx: Transaction, part: Part): Promise<void> {
  await tx.sql.unsafe(
    `with ${eachBranch}
    insert into verification_results (round_id, organization_id, people, confirmed, corrected, unknown, branches, finished)
    select round_id, a.ancestor_id, ${sums}
    from each join organization_ancestors a on a.organization_id = each.id
      join organizations o on o.id = a.ancestor_id
    where o.path >= $2::text collate "C" and o.path < $3::text collate "C"
    group by round_id, a.ancestor_id having sum(people) > 0`,
    [JSON.stringify([part]), part.low, part.high],
  );
}

/** What nodes had reached when their rounds were closed, by `round node`. */
export async function keptResults(
  tx: Transaction,
  wanted: readonly { readonly roundId: string; readonly nodeId: string }[],
): Promise<Map<string, Progress>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.sql.unsafe<SumRow[]>(
    `select v.round_id || ' ' || v.organization_id as key, people, confirmed, corrected, unknown, branches, finished
    from jsonb_to_recordset($1::text::jsonb) as w("roundId" uuid, "nodeId" uuid)
    join verification_results v on v.round_id = w."roundId" and v.organization_id = w."nodeId"`,
    [JSON.stringify(wanted)],
  );
  return new Map(rows.map((row) => [row.key, progressOf(row)]));
}

function progressOf(row: SumRow): Progress {
  const [confirmed, corrected, unknown] = [Number(row.confirmed), Number(row.corrected), Number(row.unknown)];
  return {
    people: Number(row.people),
    confirmed,
    corrected,
    unknown,
    answered: confirmed + corrected + unknown,
    branches: Number(row.branches),
    finished: Number(row.finished),
  };
}

export function sumOf(progresses: Iterable<Progress>): Progress {
  const sum = { ...nothing } as { -readonly [Key in keyof Progress]: number };
  for (const progress of progresses)
    for (const key of Object.keys(sum) as (keyof Progress)[]) sum[key] += progress[key];
  return sum;
}
