import type { Sql } from 'postgres';
import {
  type Move,
  nextState,
  openStates,
  type TransferKind,
  type TransferState,
} from '../transfers/transfer.ts';

interface StepRow {
  readonly id: string;
  readonly kind: TransferKind;
  readonly member: string;
  readonly state: TransferState;
  readonly version: number;
  readonly step: number;
  readonly action: string;
  readonly from: TransferState | null;
  readonly to: TransferState;
}
interface HistoryRow {
  readonly member: string;
  readonly home: string;
  readonly version: number;
  readonly entry: number;
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is wrong with transfers and their people in a database of archives, as sentences; empty when nothing is. */
export async function faultsOfTransfers(owner: Sql): Promise<string[]> {
  const steps = await owner<StepRow[]>`
    select t.id, t.kind, t.member_id as member, t.state, t.version::int, s.version::int as step, s.action,
      s.from_state as "from", s.to_state as "to"
    from transfers t join transfer_steps s on s.transfer_id = t.id order by t.id, s.version`;
  const histories = await owner<HistoryRow[]>`
    select m.id as member, m.organization_id as home, m.version::int, h.version::int as entry, h.action,
      (select c ->> 'from' from jsonb_array_elements(h.changes) c where c ->> 'field' = 'organizationId') as "from",
      (select c ->> 'to' from jsonb_array_elements(h.changes) c where c ->> 'field' = 'organizationId') as "to"
    from members m join member_history h on h.member_id = m.id order by m.id, h.version`;
  return [
    ...[...Map.groupBy(steps, ({ id }) => id).values()].flatMap(faultsOfTimeline),
    ...faultsOfPeople(steps),
    ...[...Map.groupBy(histories, ({ member }) => member).values()].flatMap(faultsOfHistory),
    ...faultsOfMoves(steps, histories),
    ...(await faultsOfAudit(owner)),
    ...(await faultsOfCounts(owner)),
  ];
}

/** Every line follows from the one before it by a step that is open there. */
function faultsOfTimeline(lines: readonly StepRow[]): string[] {
  const { id, state, version } = lines[0] as StepRow;
  const last = lines.at(-1) as StepRow;
  const faults = lines.flatMap(({ kind, step, action, from, to }, index) => {
    const before = lines[index - 1]?.to ?? null;
    const legal =
      action === 'apply'
        ? index === 0
        : action === 'merge' ||
          action === 'remind' ||
          nextState(kind, from as TransferState, action as Move) === to;
    // A letter ends on its day, whether or not that was written down before somebody acted.
    const follows = from === before || (before === 'issued' && from === 'expired');
    return step === index + 1 && legal && follows
      ? []
      : [`transfer ${id}: line ${step} ${action} ${from} → ${to} after ${before}`];
  });
  return last.to === state && last.step === version
    ? faults
    : [...faults, `transfer ${id} is ${state} at ${version}, its timeline ends ${last.to} at ${last.step}`];
}

function faultsOfPeople(steps: readonly StepRow[]): string[] {
  const open = new Map(
    steps.filter(({ state }) => openStates.includes(state)).map(({ id, member }) => [id, member]),
  );
  const members = [...open.values()];
  return members
    .filter((member, index) => members.indexOf(member) !== index)
    .map((id) => `${id} is under way twice`);
}

/** Versions without a gap, and branches that follow one another up to the one where the person is. */
function faultsOfHistory(entries: readonly HistoryRow[]): string[] {
  const { member, home, version } = entries[0] as HistoryRow;
  const faults = entries.every(({ entry }, index) => entry === index + 1)
    ? []
    : [`${member}: versions ${entries.map(({ entry }) => entry).join(',')}`];
  if (entries.length !== version)
    faults.push(`${member} is at version ${version} with ${entries.length} entries`);
  const moves = entries.filter(({ to }) => to !== null);
  for (const [index, move] of moves.entries())
    if (index > 0 && move.from !== moves[index - 1]?.to)
      faults.push(`${member} left ${move.from} and was in ${moves[index - 1]?.to}`);
  const last = moves.at(-1);
  if (last !== undefined && last.to !== home)
    faults.push(`${member} is in ${home}, last moved to ${last.to}`);
  return faults;
}

/** A person has moved as often as a transfer of the person was received, and never else. */
function faultsOfMoves(steps: readonly StepRow[], histories: readonly HistoryRow[]): string[] {
  const received = steps.filter(({ kind, action }) => action === 'receive' && kind === 'within');
  const moved = histories.filter(({ action, to }) => action === 'archives.member.transfer' && to !== null);
  const count = (rows: readonly { member: string }[], member: string): number =>
    rows.filter((row) => row.member === member).length;
  return [...new Set([...received, ...moved].map(({ member }) => member))].flatMap((member) =>
    count(received, member) === count(moved, member)
      ? []
      : [`${member} was received ${count(received, member)} times and moved ${count(moved, member)} times`],
  );
}

/** One audit row for each line of a timeline and each entry of a history. */
async function faultsOfAudit(owner: Sql): Promise<string[]> {
  const rows = await owner<{ what: string; id: string; stored: number; audited: number }[]>`
    with stored as (
      select 'transfer' as what, transfer_id as id, version from transfer_steps
      union all select 'member', member_id, version from member_history
    ), audited as (
      select entity as what, subject_id as id, version from audit_entries
      where version is not null and action not in ('archives.member.unmask', 'archives.transfer.print')
    )
    select coalesce(s.what, a.what) as what, coalesce(s.id, a.id) as id, count(s.id)::int as stored, count(a.id)::int as audited
    from stored s full join audited a on (s.what, s.id, s.version) = (a.what, a.id, a.version)
    where coalesce(s.what, a.what) in ('transfer', 'member')
    group by 1, 2 having count(s.id) <> count(a.id) or count(*) <> count(s.id)`;
  return rows.map(
    ({ what, id, stored, audited }) => `${what} ${id}: ${stored} changes and ${audited} audit rows`,
  );
}

async function faultsOfCounts(owner: Sql): Promise<string[]> {
  const rows = await owner<{ organization_id: string; people: number; counted: number }[]>`
    with people as (select organization_id, count(*) as n from members group by 1),
    counted as (
      select organization_id, sum(n) as n from (
        select organization_id, own as n from member_counts where stage = '*' and state = '*'
        union all select organization_id, delta from member_count_deltas
      ) each group by 1
    )
    select organization_id, coalesce(p.n, 0)::int as people, coalesce(c.n, 0)::int as counted
    from people p full join counted c using (organization_id) where coalesce(p.n, 0) <> coalesce(c.n, 0)`;
  return rows.map((row) => `${row.organization_id} holds ${row.people} people and counts ${row.counted}`);
}
