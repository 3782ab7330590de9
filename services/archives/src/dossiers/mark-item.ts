import { AppError, invalid } from '@banyan/service-kit/error';
import { type AppContext, authorize, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { jsonResponse } from '../members/record-response.ts';
import { needsNote } from './dossier.ts';
import { dossierReach } from './dossier-policy.ts';
import { countFiles, holdMember, lockItem, storeItem } from './dossier-table.ts';
import { unknownItem } from './keep-content.ts';
import { findAsked, loadDossier } from './load-dossier.ts';
import { markItemSchema } from './routes.ts';

/** Says of an item what its files do not: not needed and why, complete and where the original lies, or still in part. */
export async function markItem(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  const version = ifMatch(c);
  const { item, mark, note } = parseBody(markItemSchema, await jsonOf(c));
  const reach = dossierReach(kit.authorizer, kit.tree(), scope.actor);
  const view = await kit.database.write(scope, async (tx) => {
    const member = await holdMember(tx, id);
    const asked = await findAsked(tx, kit.tree(), member.organizationId, item);
    if (asked === null) throw unknownItem();
    const row = await lockItem(tx, member, item);
    if (row.version !== version) throw stale(await loadDossier(tx, reach, id, kit.clock.today()));
    if (note === null && needsNote(mark, await countFiles(tx, id, item))) throw noteMissing();
    await storeItem(tx, id, row, { mark, note: mark === null ? null : note, least: asked.least });
    tx.audit({
      action: 'archives.dossier.mark',
      entity: 'dossier',
      subjectId: id,
      organizationId: member.organizationId,
      fields: [item],
      version: row.version + 1,
      reason: note,
    });
    return loadDossier(tx, reach, id, kit.clock.today());
  });
  return jsonResponse(view);
}

function noteMissing(): AppError {
  return invalid('archives.dossier-note-missing', 'This needs a word.', [
    { field: 'note', code: 'required', message: 'Say why, or where the original lies.' },
  ]);
}

function stale(current: unknown): AppError {
  return new AppError('stale', 'record.stale', 'Somebody else has changed this item meanwhile.', {
    detail: 'Look at what is there now, and decide again.',
    extensions: { current },
  });
}
