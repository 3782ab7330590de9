import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { notFound } from '@banyan/service-kit/error';
import { desc, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { isCustomName } from '../fields/change-custom.ts';
import { knownCustom } from './known-custom.ts';
import { scopeOfMember } from './load-member.ts';
import { maskedChange } from './member-record.ts';
import { memberHistory } from './member-table.ts';
import type { HistoryItem } from './member-views.ts';
import { jsonResponse } from './record-response.ts';
import { isoInstant } from './show-views.ts';

const most = 500;

/** What happened to a record: who changed which fields, from what to what. */
export async function showHistory(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.member.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const [member, entries, known] = await kit.database.read(scope, async (tx) =>
    Promise.all([
      tx.sql`select 1 from members where id = ${id}`,
      tx.db
        .select()
        .from(memberHistory)
        .where(eq(memberHistory.memberId, id))
        .orderBy(desc(memberHistory.version))
        .limit(most),
      knownCustom(tx, id),
    ]),
  );
  if (member.length === 0) throw notFound();
  const items = entries.map((entry): HistoryItem => ({
    id: entry.id,
    at: isoInstant(entry.at),
    actor: { id: entry.accountId, name: entry.actorName },
    action: entry.action,
    fields: entry.changes
      .filter(({ field }) => !isCustomName(field) || known.has(field))
      .map((change) => maskedChange(sealer, id, change)),
    reason: entry.reason,
    changeRequestId: entry.changeRequestId,
    version: entry.version,
  }));
  return jsonResponse({ items, total: items.length, totalIsExact: items.length < most });
}
