import { invalid } from '@banyan/service-kit/error';
import { type AppContext, actorOf, parseQuery } from '@banyan/service-kit/http-app';
import { type Actor, both, holds, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { actorName } from '../members/actor-name.ts';
import { customName } from '../fields/change-custom.ts';
import { fieldsInSight } from '../fields/fields-in-sight.ts';
import { narrowed, requestOf } from '../members/list-members.ts';
import { readSearch } from '../members/search-query.ts';
import {
  type Column,
  type ColumnKey,
  columnOf,
  type CustomColumnKey,
  customColumnOf,
} from './export-columns.ts';
import { type ExportAct, fileOf } from './export-file.ts';
import { noteWords, wordOf } from './export-words.ts';
import { filterWords } from './filter-words.ts';
import { type ExportQuery, exportQuestionSchema } from './routes.ts';
import { type MemberSet, selectSet } from './select-set.ts';

/** The people of the list as a file: those whom I may both read and export. */
export async function exportMembers(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const actor = await actorOf(kit, c);
  scopeOf(deps, actor);
  if (c.req.query('unmasked') === 'true') kit.authorizer.authorize(actor, 'archives.member.read-sensitive');
  const query = parseQuery(c, exportQuestionSchema);
  const scopeNow = () => narrowed(deps, scopeOf(deps, actor), query);
  const columns = await columnsIn(deps, scopeNow(), query);
  const { set, author } = await takeDown(deps, scopeNow(), query);
  const act: ExportAct = {
    query,
    columns,
    set,
    author: author ?? `${wordOf(noteWords.account, query.language)} ${actor.accountId}`,
    scopeNow,
    plain: plainFor(deps, actor, query),
  };
  return fileOf(deps, act);
}

/** The rows that both permissions hold. Throws `forbidden` when either is held nowhere. */
function scopeOf({ kit }: Deps, actor: Actor): Scope {
  const { authorizer } = kit;
  return both(
    authorizer.authorize(actor, 'archives.member.export'),
    authorizer.authorize(actor, 'archives.member.read'),
  );
}

/** Chooses the people and puts the act on the audit trail, together and before the first byte is out. */
async function takeDown(
  deps: Deps,
  scope: Scope,
  query: ExportQuery,
): Promise<{ set: MemberSet; author: string | null }> {
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
    tx.audit({
      action: query.unmasked === 'true' ? 'archives.member.export-unmasked' : 'archives.member.export',
      entity: 'member',
      subjectId: null,
      organizationId:
        query.organizationId ?? query.node ?? request.shape.subtreeIds[0] ?? request.shape.nodeIds[0] ?? null,
      fields: columnsOf(query),
      reason: what.join(' · '),
    });
    return { set, author: await actorName(tx) };
  });
}

function columnsOf({ columns }: ExportQuery): (ColumnKey | CustomColumnKey)[] {
  return [...new Set(columns.split(','))] as (ColumnKey | CustomColumnKey)[];
}

/** The chosen columns. A custom field that nobody in the scope has is no column. */
async function columnsIn(deps: Deps, scope: Scope, query: ExportQuery): Promise<Column[]> {
  const keys = columnsOf(query);
  const isCustom = (key: string): key is CustomColumnKey => key.startsWith(customName(''));
  const fields = keys.some(isCustom) ? await fieldsInSight(deps, scope) : [];
  return keys.map((key) => {
    if (!isCustom(key)) return columnOf(key);
    const field = fields.find((one) => customName(one.key) === key && !one.archived);
    if (field !== undefined) return customColumnOf(field);
    throw invalid('request.invalid', 'The request has values that cannot be used.', [
      { field: 'columns', code: 'invalid_value', message: `There is no ${key}.` },
    ]);
  });
}

/** In full where it was asked for and may be read in full; asked anew for every row. */
function plainFor({ kit }: Deps, actor: Actor, query: ExportQuery): ExportAct['plain'] {
  if (query.unmasked !== 'true') return () => false;
  return ({ id, organizationId }) => {
    const scope = kit.authorizer.scopeFor(actor, 'archives.member.read-sensitive');
    return scope !== null && (scope.personId === id || holds(scope, kit.tree(), organizationId));
  };
}
