import { verificationOpened } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { AppError, invalid } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { TreeNode } from '@banyan/service-kit/organization-tree';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { checkNamed } from '../members/named-organization.ts';
import { actorName } from '../members/actor-name.ts';
import { openRoundSchema } from './routes.ts';
import { roundResponse, viewOfRound } from './show-round.ts';
import { checkRunsAt, partOf } from './verification-policy.ts';

/** Asks everybody below a node whether the records are still right. */
export async function openRound(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.verification.create');
  const tree = kit.tree();
  const body = await jsonOf(c);
  checkNamed(scope, tree, body);
  const round = parseBody(openRoundSchema, body);
  const node = tree.get(round.organizationId.toLowerCase()) as TreeNode;
  checkRunsAt(scope, tree, node.id);
  checkNode(node);
  checkDueOn(round.dueOn, kit.clock.today());
  const id = uuidv7();
  const part = partOf(scope, tree, node.id);
  const view = await kit.database.write(
    scope,
    async (tx) => {
      await refuseOverlap(tx, node, round.stages);
      await tx.sql`
        insert into verification_rounds
          (id, organization_id, title, question, note, stages, states, due_on, account_id, author_name)
        values (${id}, ${node.id}, ${round.title}, ${round.question}, ${round.note}, ${round.stages}, ${round.states},
          ${round.dueOn}, ${scope.actor.accountId}, ${await actorName(tx)})`;
      tx.audit({
        action: 'archives.verification.create',
        entity: 'verification',
        subjectId: id,
        organizationId: node.id,
        version: 1,
        reason: round.title,
      });
      const { title, dueOn } = round;
      tx.emit(verificationOpened, id, { version: 1, organizationId: node.id, title, dueOn });
      return viewOfRound(deps, tx, part, id);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return roundResponse(view, true);
}

function checkNode(node: TreeNode): void {
  if (node.type === 'section' || node.status !== 'active')
    throw invalid('archives.verification-invalid', 'The round cannot be opened like this.', [
      { field: 'organizationId', code: 'organization.no-branches', message: 'Not a node with branches.' },
    ]);
}

export function checkDueOn(dueOn: string, today: string): void {
  if (dueOn < today)
    throw invalid('archives.verification-invalid', 'The round cannot be opened like this.', [
      { field: 'dueOn', code: 'date.past', message: 'Lies in the past.' },
    ]);
}

/** Nobody is asked the same by two rounds at once. One opening at a time, so that two do not pass each other. */
async function refuseOverlap({ sql }: WriteTransaction, node: TreeNode, stages: readonly string[]) {
  await sql`select pg_advisory_xact_lock(hashtext('verification-rounds'))`;
  const [other] = await sql<{ id: string; title: string }[]>`
    select r.id, r.title from verification_rounds r join organizations o on o.id = r.organization_id
    where r.state = 'open' and r.stages && ${[...stages]}::text[]
      and (starts_with(o.path, ${node.path}) or starts_with(${node.path}, o.path))
    limit 1`;
  if (other === undefined) return;
  throw new AppError(
    'conflict',
    'archives.verification-overlapping',
    'An open round above or below asks about the same people.',
    { detail: 'Close that round first, or ask about other stages.', extensions: { round: other } },
  );
}
