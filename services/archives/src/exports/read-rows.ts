import type { Scope } from '@banyan/service-kit/scope';
import { turn } from '@banyan/service-kit/turn';
import type { Deps } from '../deps.ts';
import { holdsMember } from '../members/member-policy.ts';
import { type RecordRow, selectList } from '../members/member-table.ts';
import type { Column } from './export-columns.ts';
import type { MemberSet } from './select-set.ts';

const rowsAtOnce = 250;
/** Worked on without a pause: few milliseconds, after which requests that wait get their turn. */
const rowsAtATime = 25;

/**
 * The rows of a set, some at a time and only as they are asked for. Each part is a short read of its own: a slow client
 * holds no connection and no snapshot. The scope is asked for anew, so that an export ends with the grant, and whoever
 * has left it meanwhile is left out.
 */
export async function* readRows(
  { kit }: Deps,
  set: MemberSet,
  columns: readonly Column[],
  scopeNow: () => Scope,
): AsyncGenerator<RecordRow[]> {
  const needed = new Set<keyof RecordRow>(['id', 'organizationId', ...columns.flatMap(({ needs }) => needs)]);
  const text = `select ${selectList([...needed])}
    from unnest($1::text::uuid[]) with ordinality asked(id, place) join members m on m.id = asked.id order by asked.place`;
  for (let from = 0, count = rowsAtATime; from < set.size; from += count, count = rowsAtOnce) {
    const scope = scopeNow();
    const ids = `{${set.slice(from, count).join(',')}}`;
    const rows = await kit.database.readOne<RecordRow>(scope, text, [ids], false);
    const tree = kit.tree();
    for (let at = 0; at < rows.length; at += rowsAtATime) {
      yield rows.slice(at, at + rowsAtATime).filter((row) => holdsMember(scope, tree, row));
      await turn();
    }
  }
}
