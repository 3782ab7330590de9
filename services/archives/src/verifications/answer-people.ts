import { memberUpdated } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError, type FieldError, invalid, notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { holds, narrowTo } from '@banyan/service-kit/scope';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { auditChange, type Entry, storeChange } from '../members/change-record.ts';
import { recordColumns, type RecordRow } from '../members/member-table.ts';
import { jsonResponse } from '../members/record-response.ts';
import { personOf } from '../members/show-views.ts';
import { progressOfBranch } from './list-people.ts';
import { checkOpen, placeOfRound } from './load-round.ts';
import { answerSchema } from './routes.ts';
import { verifies } from './verification.ts';
import { isAtOrBelow } from './verification-policy.ts';
import { type RoundRow, selectRound } from './verification-table.ts';

type Answers = z.output<typeof answerSchema>['answers'];

/** Answers for people of one branch, all of them or none. Who is right is verified as of today. */
export async function answerPeople(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.verification.answer');
  const id = c.req.param('id') as string;
  const { organizationId: top } = await placeOfRound(deps, granted, id);
  const body = await jsonOf(c);
  const { organizationId, answers } = parseBody(answerSchema, body);
  const tree = kit.tree();
  const branch = tree.get(organizationId.toLowerCase());
  if (branch === undefined || !holds(granted, tree, branch.id) || !isAtOrBelow(tree, branch.id, top))
    throw notFound();
  checkAnswers(answers);
  const answered = await kit.database.write(
    narrowTo(granted, branch.id),
    async (tx) => {
      // Held until the commit: a round is not closed between the answers and their figures.
      const round = await selectRound(tx, id, 'share');
      checkOpen(round);
      const people = await lockPeople(tx, branch.id, answers);
      refuseGoneOrChanged(round, people, answers);
      const versions = await verifyPeople(tx, round, people, answers, kit.clock.today());
      await storeAnswers(tx, round, branch.id, answers, versions);
      tx.audit({
        action: 'archives.verification.answer',
        entity: 'verification',
        subjectId: id,
        organizationId: branch.id,
        fields: [...new Set(answers.map(({ answer }) => answer))],
      });
      return { answered: answers.length, progress: await progressOfBranch(tx, round, branch) };
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return jsonResponse(answered);
}

function checkAnswers(answers: Answers): void {
  const seen = new Set<string>();
  const errors = answers.flatMap(({ memberId, answer, note }, index): FieldError[] => {
    if (seen.has(memberId))
      return [{ field: `answers.${index}.memberId`, code: 'repeated', message: 'Named twice.' }];
    seen.add(memberId);
    return answer === 'unknown' && note === null
      ? [{ field: `answers.${index}.note`, code: 'required', message: 'Say why it cannot be said.' }]
      : [];
  });
  if (errors.length > 0)
    throw invalid('archives.verification-answers', 'The answers cannot be used as they are.', errors);
}

/** In the order of their ids, so that two who answer for the same people wait for each other and do not lock up. */
async function lockPeople(tx: WriteTransaction, branchId: string, answers: Answers) {
  const rows = await tx.sql.unsafe<RecordRow[]>(
    `select ${recordColumns} from members m
    where m.id = any($1::text::uuid[]) and m.organization_id = $2::uuid order by m.id for update`,
    [`{${answers.map(({ memberId }) => memberId).join(',')}}`, branchId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function refuseGoneOrChanged(
  { stages, states }: RoundRow,
  people: ReadonlyMap<string, RecordRow>,
  answers: Answers,
): void {
  const errors = answers.flatMap(({ memberId, version }, index): FieldError[] => {
    const row = people.get(memberId);
    const field = `answers.${index}.memberId`;
    if (row === undefined || !stages.includes(row.stage) || !states.includes(row.state))
      return [{ field, code: 'gone', message: 'Not among the people of this branch any more.' }];
    return version === undefined || version === row.version
      ? []
      : [{ field, code: 'changed', message: 'The record has changed since it was read.' }];
  });
  if (errors.length === 0) return;
  throw new AppError(
    'conflict',
    'archives.verification-people-changed',
    'Some of these people have gone, or their records have changed meanwhile.',
    { detail: 'Nothing was answered. Read the list again, look at them, and answer again.', errors },
  );
}

/** The new versions of the records. Statements are sent without waiting for each other; they run in this order. */
async function verifyPeople(
  tx: WriteTransaction,
  round: RoundRow,
  people: ReadonlyMap<string, RecordRow>,
  answers: Answers,
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const versions = await Promise.all(
    answers.map(async ({ memberId, answer }): Promise<[string, number]> => {
      const row = people.get(memberId) as RecordRow;
      if (!verifies(answer) || row.verifiedOn === today) return [memberId, row.version];
      const entry: Entry = {
        action: 'archives.member.verify',
        changes: [{ field: 'verifiedOn', from: row.verifiedOn, to: today }],
        reason: round.title,
      };
      const next = await storeChange(tx, row, { verifiedOn: today }, entry);
      auditChange(tx, next, entry);
      tx.emit(memberUpdated, memberId, {
        version: next.version,
        person: personOf(next),
        fields: ['verifiedOn'],
      });
      return [memberId, next.version];
    }),
  );
  return new Map(versions);
}

async function storeAnswers(
  tx: WriteTransaction,
  { id }: RoundRow,
  branchId: string,
  answers: Answers,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = answers.map(({ memberId, answer, note }) => ({
    memberId,
    answer,
    note,
    version: versions.get(memberId),
  }));
  await tx.sql`
    insert into verification_answers as a
      (round_id, member_id, organization_id, answer, note, member_version, account_id, author_name)
    select ${id}, r."memberId", ${branchId}, r.answer, r.note, r.version, ${tx.scope.actor.accountId},
      ${await actorName(tx)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r("memberId" uuid, answer text, note text, version bigint)
    on conflict (round_id, member_id) do update set
      answer = excluded.answer, note = excluded.note, organization_id = excluded.organization_id, counts = true,
      member_version = excluded.member_version, answered_at = now(), account_id = excluded.account_id,
      author_name = excluded.author_name`;
}
