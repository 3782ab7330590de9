import { AppError, notFound } from '@banyan/service-kit/error';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { holds, narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import { canDefineAt, type DossierReach, dossierReach } from './dossier-policy.ts';
import { type ExtraRow, selectExtra } from './dossier-table.ts';
import type { DossierExtraView } from './dossier-views.ts';

const permission = 'archives.setting.update';

/** The extra that the path names, for whoever may change what its node asks for. */
export async function extraInReach(
  deps: Deps,
  c: AppContext,
): Promise<{ scope: Scope; id: string; reach: DossierReach }> {
  const { kit } = deps;
  const granted = await authorize(kit, c, permission);
  const id = c.req.param('id') as string;
  checkRecordId(id);
  const { organizationId, retiredAt } = await kit.database.read(granted, (tx) => selectExtra(tx, id));
  if (retiredAt !== null || !holds(granted, kit.tree(), organizationId)) throw notFound();
  const scope = narrowTo(granted, organizationId);
  return { scope, id, reach: dossierReach(kit.authorizer, kit.tree(), scope.actor) };
}

/** The extra at the version that the reader has seen, locked. */
export async function lockExtra(
  tx: WriteTransaction,
  id: string,
  version: number,
  reach: DossierReach,
): Promise<ExtraRow> {
  await tx.sql`select 1 from dossier_extras where id = ${id} for update`;
  const row = await selectExtra(tx, id);
  if (row.version === version) return row;
  throw new AppError('stale', 'record.stale', 'Somebody else has changed this meanwhile.', {
    detail: 'Look at how it is now, and change it again.',
    extensions: { current: extraView(reach, row) },
  });
}

export function auditExtra(
  tx: WriteTransaction,
  verb: string,
  id: string,
  organizationId: string,
  fields: string[],
  version: number,
): void {
  tx.audit({
    action: `archives.dossier-extra.${verb}`,
    entity: 'dossier-extra',
    subjectId: id,
    organizationId,
    fields,
    version,
  });
}

export function extraView(reach: DossierReach, row: ExtraRow): DossierExtraView {
  const { id, organizationId, name, hint, stage, least, version } = row;
  return {
    ...{ id, organizationId, name, hint, stage, least, version },
    organizationName: reach.tree.get(organizationId)?.name ?? '',
    abilities: canDefineAt(reach, organizationId) ? ['update', 'remove'] : [],
  };
}

export async function refusingTwins<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new AppError('conflict', 'archives.dossier-extra-taken', 'This node asks for that already.', {
      errors: [{ field: 'name', code: 'taken', message: 'There is an item of this name.' }],
    });
  }
}
