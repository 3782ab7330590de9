import { AppError } from '@banyan/service-kit/error';
import { markRemoved } from '@banyan/service-kit/file-records';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { dossierReach } from './dossier-policy.ts';
import { holdMember, lockItem, selectDossierFile, storeItem } from './dossier-table.ts';
import { scopeOfFile } from './find-file.ts';
import { findAsked, loadDossier } from './load-dossier.ts';

/** Takes a file out of a dossier. It can be brought back for 30 days. */
export function removeFile(deps: Deps, c: AppContext): Promise<Response> {
  return setRemoved(deps, c, true);
}

/** Brings a removed file back. */
export function restoreFile(deps: Deps, c: AppContext): Promise<Response> {
  return setRemoved(deps, c, false);
}

async function setRemoved(deps: Deps, c: AppContext, removed: boolean): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFile(deps, granted, id);
  const reach = dossierReach(kit.authorizer, kit.tree(), scope.actor);
  const view = await kit.database.write(scope, async (tx) => {
    const { memberId, item } = await selectDossierFile(tx, id);
    const member = await holdMember(tx, memberId);
    const row = await lockItem(tx, member, item);
    if (!(await markRemoved(tx, id, removed))) throw already(removed);
    const asked = await findAsked(tx, kit.tree(), member.organizationId, item);
    await storeItem(tx, memberId, row, { mark: row.mark, note: row.note, least: asked?.least ?? 1 });
    tx.audit({
      action: removed ? 'archives.dossier.remove' : 'archives.dossier.restore',
      entity: 'dossier',
      subjectId: memberId,
      organizationId: member.organizationId,
      fields: [item],
    });
    return loadDossier(tx, reach, memberId, kit.clock.today());
  });
  return jsonResponse(view);
}

function already(removed: boolean): AppError {
  return new AppError(
    'conflict',
    removed ? 'file.removed-already' : 'file.not-removed',
    removed ? 'The file was removed already.' : 'The file was not removed.',
    { detail: 'Load the dossier again.' },
  );
}
