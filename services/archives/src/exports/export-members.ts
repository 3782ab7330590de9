import { invalid } from '@banyan/service-kit/error';
import { type AppContext, actorOf, parseBody, parseQuery } from '@banyan/service-kit/http-app';
import { refuseSource } from '@banyan/service-kit/request-source';
import { type Actor, both, holds, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { customName } from '../fields/change-custom.ts';
import { fieldsInSight } from '../fields/fields-in-sight.ts';
import { narrowed } from '../members/list-members.ts';
import {
  type Column,
  type ColumnKey,
  columnOf,
  type CustomColumnKey,
  customColumnOf,
} from './export-columns.ts';
import { type ExportAct, fileOf } from './export-file.ts';
import { noteWords, wordOf } from './export-words.ts';
import { readQuestion } from './read-question.ts';
import { type ExportQuery, exportQuestionSchema } from './routes.ts';
import { noteBroken, takeDown } from './take-down.ts';

/** By its address, as a list is asked for. With numbers in full only from where no link can have led. */
export async function exportMembers(deps: Deps, c: AppContext): Promise<Response> {
  const actor = await exporterOf(deps, c);
  const unmasked = isUnmasked(deps, actor, c.req.query('unmasked'));
  refuseSource(c, unmasked ? 'unproven' : 'elsewhere');
  return sendExport(deps, c, actor, parseQuery(c, exportQuestionSchema));
}

/** By a form or JSON: the reason stands in no address, and the gateway lets no other site send it. */
export async function postExport(deps: Deps, c: AppContext): Promise<Response> {
  const actor = await exporterOf(deps, c);
  const question = await readQuestion(c);
  isUnmasked(deps, actor, (question as { unmasked?: unknown } | null)?.unmasked);
  return sendExport(deps, c, actor, parseBody(exportQuestionSchema, question));
}

async function exporterOf(deps: Deps, c: AppContext): Promise<Actor> {
  const actor = await actorOf(deps.kit, c);
  scopeOf(deps, actor);
  return actor;
}

/** Throws `forbidden` when it is asked for by somebody who may see nobody in full. */
function isUnmasked({ kit }: Deps, actor: Actor, asked: unknown): boolean {
  if (asked !== 'true') return false;
  kit.authorizer.authorize(actor, 'archives.member.read-sensitive');
  return true;
}

/** The people of the list as a file: those whom I may both read and export. */
async function sendExport(deps: Deps, c: AppContext, actor: Actor, query: ExportQuery): Promise<Response> {
  const scopeNow = () => narrowed(deps, scopeOf(deps, actor), query);
  const columns = await columnsIn(deps, scopeNow(), query);
  return deps.kit.streams.answer(c, { kind: 'made', about: 'export', actor }, async (send) => {
    const taken = await takeDown(deps, scopeNow(), query, columnsOf(query));
    const act: ExportAct = {
      query,
      columns,
      set: taken.set,
      author: taken.author ?? `${wordOf(noteWords.account, query.language)} ${actor.accountId}`,
      scopeNow,
      plain: plainFor(deps, actor, query),
    };
    return fileOf(deps, act, (bytes) => send(bytes, (broken) => noteBroken(deps, taken, query, broken)));
  });
}

/** The rows that both permissions hold. Throws `forbidden` when either is held nowhere. */
function scopeOf({ kit }: Deps, actor: Actor): Scope {
  const { authorizer } = kit;
  return both(
    authorizer.authorize(actor, 'archives.member.export'),
    authorizer.authorize(actor, 'archives.member.read'),
  );
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
