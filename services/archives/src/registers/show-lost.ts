import type { Transaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { type Actor, holds } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { memberReach } from '../members/member-policy.ts';
import { jsonResponse } from '../members/record-response.ts';
import { isoInstant } from '../members/show-views.ts';
import { lostColumns, lostItem, type LostRow } from './lost.ts';

interface SearchRow {
  readonly id: string;
  readonly on: string;
  readonly way: string;
  readonly outcome: string;
  readonly note: string | null;
  readonly at: string;
  readonly actorName: string | null;
}

/** What was done to find somebody, and what the rules ask for next. Of whoever is not lost it is what once was done. */
export async function showLost(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  return jsonResponse(await kit.database.read(scope, (tx) => viewLost(deps, tx, id, granted.actor)));
}

export async function viewLost({ kit }: Deps, tx: Transaction, id: string, actor: Actor) {
  const [row] = await tx.sql.unsafe<LostRow[]>(`select ${lostColumns} from members m where m.id = $1::uuid`, [
    id,
  ]);
  if (row === undefined) throw notFound();
  const log = await tx.sql<SearchRow[]>`
    select id, searched_on as on, way, outcome, note, at, actor_name as "actorName" from contact_searches
    where member_id = ${id} order by searched_on desc, id desc limit 200`;
  const tree = kit.tree();
  const update = kit.authorizer.scopeFor(actor, 'archives.register.update');
  const mayLog = update !== null && holds(update, tree, row.organizationId);
  const item = lostItem(memberReach(kit.authorizer, tree, actor), mayLog, row, kit.clock.today());
  return { ...item, log: log.map((entry) => ({ ...entry, at: isoInstant(entry.at) })) };
}
