import type { Transaction } from '@banyan/service-kit/database';
import { invalid, notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { pageOf } from '@banyan/service-kit/list';
import type { TreeNode } from '@banyan/service-kit/organization-tree';
import { holds, narrowTo, subtreeRange } from '@banyan/service-kit/scope';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { memberReach } from '../members/member-policy.ts';
import { recordColumns, type RecordRow } from '../members/member-table.ts';
import { jsonResponse } from '../members/record-response.ts';
import { isoInstant, memberView } from '../members/show-views.ts';
import { placeOfRound } from './load-round.ts';
import { countProgress, keptResults } from './round-progress.ts';
import { listPeopleSchema } from './routes.ts';
import { type Answer, nothing, type Progress } from './verification.ts';
import { isAtOrBelow, isHome } from './verification-policy.ts';
import { type RoundRow, selectRound } from './verification-table.ts';
import type { AskedPersonView } from './verification-views.ts';

type Query = z.output<typeof listPeopleSchema>;

interface AnswerColumns {
  readonly answer: Answer | null;
  readonly answerNote: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly answererName: string | null;
  readonly answeredVersion: number | null;
  readonly total: number;
}
type Row = RecordRow & AnswerColumns;

/** The people of a branch that a round asks about, with what was answered. */
export async function listPeople(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.verification.read');
  const id = c.req.param('id') as string;
  const { organizationId: top } = await placeOfRound(deps, granted, id);
  const query = parseQuery(c, listPeopleSchema);
  const tree = kit.tree();
  const branch = tree.get(query.organizationId.toLowerCase());
  if (branch === undefined || !holds(granted, tree, branch.id) || !isAtOrBelow(tree, branch.id, top))
    throw notFound();
  if (!isHome(branch))
    throw invalid('request.invalid', 'The request has values that cannot be used.', [
      { field: 'organizationId', code: 'organization.not-a-home', message: 'Not a branch.' },
    ]);
  // Records are shown in full: whoever may see how far a round has come must also be allowed to read them.
  const reading = await authorize(kit, c, 'archives.member.read');
  if (!holds(reading, tree, branch.id)) throw notFound();
  const reach = memberReach(kit.authorizer, tree, granted.actor);
  const { rows, progress } = await kit.database.read(narrowTo(granted, branch.id), async (tx) => {
    const round = await selectRound(tx, id);
    return {
      rows: await selectPeople(tx, round, branch, query),
      progress: await progressOfBranch(tx, round, branch),
    };
  });
  return jsonResponse({
    items: rows.map((row): AskedPersonView => ({
      id: row.id,
      member: memberView(sealer, reach, row),
      answer: row.answer,
      note: row.answerNote,
      answeredAt: row.answeredAt && isoInstant(row.answeredAt),
      answeredBy: row.answer && { id: row.answeredBy, name: row.answererName },
      isChanged: row.answeredVersion !== null && row.answeredVersion < row.version,
    })),
    total: rows[0]?.total ?? 0,
    totalIsExact: true,
    progress,
  });
}

/** Of a closed round, those who were answered for in the branch and are still there. */
function selectPeople(tx: Transaction, round: RoundRow, branch: TreeNode, query: Query): Promise<Row[]> {
  const { limit, offset } = pageOf(query);
  const answered =
    query.answer === undefined
      ? ''
      : query.answer === 'none'
        ? 'and a.answer is null'
        : `and a.answer = '${query.answer}'`;
  const asked =
    round.state === 'open'
      ? `m.stage = any($3::text[]) and m.state = any($4::text[])`
      : `a.answer is not null and $3::text[] is not null and $4::text[] is not null`;
  return tx.sql.unsafe<Row[]>(
    `select ${recordColumns}, a.answer, a.note as "answerNote", a.answered_at as "answeredAt",
      a.account_id as "answeredBy", a.author_name as "answererName", a.member_version::int as "answeredVersion",
      count(*) over ()::int as total
    from members m left join verification_answers a on a.round_id = $1::uuid and a.member_id = m.id
    where m.organization_id = $2::uuid and ${asked} ${answered}
    order by m.pinyin, m.id limit ${limit} offset ${offset}`,
    [round.id, branch.id, round.stages, round.states],
  );
}

export async function progressOfBranch(
  tx: Transaction,
  { id: roundId, state }: Pick<RoundRow, 'id' | 'state'>,
  { id, path }: TreeNode,
): Promise<Progress> {
  const found =
    state === 'open'
      ? await countProgress(tx, [{ ...subtreeRange(path), roundId, key: id }])
      : await keptResults(tx, [{ roundId, nodeId: id }]);
  return found.values().next().value ?? nothing;
}
