import type { AuditInput } from '@banyan/service-kit/audit';
import type { Scope } from '@banyan/service-kit/scope';
import type { Broken } from '@banyan/service-kit/streamed-answer';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { requestOf } from '../members/list-members.ts';
import { readSearch } from '../members/search-query.ts';
import { noteWords, wordOf } from './export-words.ts';
import { filterWords } from './filter-words.ts';
import type { ExportQuery } from './routes.ts';
import { type MemberSet, selectSet } from './select-set.ts';

/** An export that is on the audit trail. */
export interface TakenDown {
  readonly set: MemberSet;
  readonly author: string | null;
  readonly scope: Scope;
  readonly entry: AuditInput;
}

/** Chooses the people and puts the act on the audit trail, together and before the first byte is out. */
export async function takeDown(
  deps: Deps,
  scope: Scope,
  query: ExportQuery,
  fields: string[],
): Promise<TakenDown> {
  const { kit, sealer } = deps;
  const { columns: _columns, format, reason, language, ...filters } = query;
  const request = await requestOf(deps, scope, { ...filters, page: 1, pageSize: 1 });
  const search = readSearch(query.q ?? '', kit.clock.today());
  return kit.database.write(scope, async (tx) => {
    const set = await selectSet(tx, request, search, sealer);
    const what = [
      format,
      `${wordOf(noteWords.people, language)} ${set.size}`,
      ...filterWords(query, language),
      ...(query.unmasked === 'true' && reason !== undefined ? [reason] : []),
    ];
    const entry: AuditInput = {
      action: query.unmasked === 'true' ? 'archives.member.export-unmasked' : 'archives.member.export',
      entity: 'member',
      subjectId: null,
      organizationId:
        query.organizationId ?? query.node ?? request.shape.subtreeIds[0] ?? request.shape.nodeIds[0] ?? null,
      fields,
      reason: what.join(' · '),
    };
    tx.audit(entry);
    return { set, author: await actorName(tx), scope, entry };
  });
}

/** The trail says too that the file did not get to its end, and why. */
export function noteBroken(
  { kit }: Deps,
  { scope, entry }: TakenDown,
  { language }: ExportQuery,
  broken: Broken,
): void {
  const reason = [wordOf(noteWords[broken], language), entry.reason ?? ''].join(' · ');
  kit.database
    .write(scope, async (tx) => tx.audit({ ...entry, action: 'archives.member.export-broken-off', reason }))
    .catch((error: unknown) => kit.log.error({ error }, 'export: its end is not on the trail'));
}
