import type { Transaction } from '@banyan/service-kit/database';
import type { FileRecord } from '@banyan/service-kit/file-records';
import { restorableDays } from '@banyan/service-kit/sweep-files';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { isoInstant } from '../members/show-views.ts';
import { isDue, isSettled, progressOf, type Requirement, requirementsAt, stateOf } from './dossier.ts';
import { basisOn, coreRule, nationalItems } from './dossier-rules.ts';
import { type DossierReach, dossierAbilitiesOf } from './dossier-policy.ts';
import {
  type DossierFile,
  type ExtraRow,
  type ItemRow,
  type MemberRow,
  selectDossierFiles,
  selectExtras,
  selectItems,
  selectMember,
  selectUploads,
} from './dossier-table.ts';
import type { DossierFileView, DossierItemView, DossierView } from './dossier-views.ts';
import { allowedEndings, maxChunkBytes, maxFileBytes, previewOf } from './file-types.ts';

/** What is asked for of somebody, with the words for it. */
export interface Asked extends Requirement {
  readonly name: string;
  readonly hint: string | null;
  readonly papers: readonly string[];
  readonly askedBy: { readonly id: string; readonly name: string } | null;
  readonly inForce: boolean;
}

const national: readonly Asked[] = nationalItems.map(({ item, name, papers, stage, least }) => ({
  ...{ item, name, papers, stage, least },
  list: 'national',
  hint: null,
  askedBy: null,
  inForce: true,
}));

function askedAs(tree: OrganizationTree, extra: ExtraRow, inForce: boolean): Asked {
  const { id, organizationId, name, hint, stage, least } = extra;
  const node = tree.get(organizationId);
  return {
    ...{ item: id, list: 'local', name, hint, least, papers: [], inForce },
    stage: inForce ? stage : null,
    askedBy: node === undefined ? null : { id: node.id, name: node.name },
  };
}

/** The national list, and the extras of an organization and of every node above it. */
export function askedAt(
  tree: OrganizationTree,
  extras: readonly ExtraRow[],
  organizationId: string,
): readonly Asked[] {
  const path = tree.get(organizationId)?.path ?? '';
  const living = extras
    .filter(({ retiredAt }) => retiredAt === null)
    .map((extra) => ({ extra, path: tree.get(extra.organizationId)?.path ?? '-' }));
  return [...national, ...requirementsAt(living, path).map(({ extra }) => askedAs(tree, extra, true))];
}

/** What is asked for, and extras that no longer hold here but have something filed under them. */
function askedWith(
  tree: OrganizationTree,
  extras: readonly ExtraRow[],
  organizationId: string,
  filed: ReadonlySet<string>,
): readonly Asked[] {
  const asked = askedAt(tree, extras, organizationId);
  const known = new Set(asked.map(({ item }) => item));
  const former = extras.filter(({ id }) => filed.has(id) && !known.has(id));
  return [...asked, ...former.map((extra) => askedAs(tree, extra, false))];
}

/** The words and the rule for one item. Null for one that is asked for nowhere above this organization. */
export async function findAsked(
  tx: Transaction,
  tree: OrganizationTree,
  organizationId: string,
  item: string,
): Promise<Asked | null> {
  const asked = askedAt(tree, await selectExtras(tx), organizationId);
  return asked.find((one) => one.item === item) ?? null;
}

export function fileView(file: FileRecord & { readonly item: string }): DossierFileView {
  const { id, item, name, size, sha256, mediaType, scanState, createdByName, removedAt } = file;
  return {
    ...{ id, item, name, size, sha256, mediaType, scanState, createdByName },
    preview: previewOf(mediaType),
    createdAt: isoInstant(file.createdAt),
    removedAt: removedAt && isoInstant(removedAt),
    restorableUntil:
      removedAt && new Date(Date.parse(isoInstant(removedAt)) + restorableDays * 86_400_000).toISOString(),
  };
}

function itemView(
  asked: Asked,
  member: MemberRow,
  row: ItemRow | undefined,
  files: readonly DossierFile[],
  today: string,
): DossierItemView {
  const { item, list, name, hint, least, askedBy, inForce } = asked;
  const rule =
    list === 'national' && asked.stage !== null ? { id: coreRule, ...basisOn(member.fullOn ?? today) } : null;
  return {
    ...{ item, list, name, hint, least, askedBy, inForce, rule },
    papers: [...asked.papers],
    due: isDue(asked, member.stage),
    dueFrom: asked.stage,
    state: stateOf(row?.mark ?? null, files.length, least),
    mark: row?.mark ?? null,
    note: row?.note ?? null,
    files: files.map(fileView),
    version: row?.version ?? 0,
    changedAt: row === undefined || row.version === 0 ? null : isoInstant(row.changedAt),
    changedByName: row?.changedByName ?? null,
  };
}

/** The dossier of one person as its reader may see it. */
export async function loadDossier(
  tx: Transaction,
  reach: DossierReach,
  id: string,
  today: string,
): Promise<DossierView> {
  const [member, rows, files, extras, uploads] = await Promise.all([
    selectMember(tx, id),
    selectItems(tx, id),
    selectDossierFiles(tx, id),
    selectExtras(tx),
    selectUploads(tx, id),
  ]);
  const filed = new Set([...rows, ...files].map(({ item }) => item));
  const asked = askedWith(reach.tree, extras, member.organizationId, filed);
  const present = files.filter(({ removedAt }) => removedAt === null);
  const items = asked.map((one) =>
    itemView(
      one,
      member,
      rows.find(({ item }) => item === one.item),
      present.filter(({ item }) => item === one.item),
      today,
    ),
  );
  const settled = new Set(items.filter(({ state }) => isSettled(state)).map(({ item }) => item));
  const { met, due } = progressOf(asked, settled, member.stage);
  return {
    memberId: member.id,
    memberName: member.name,
    organizationId: member.organizationId,
    organizationName: reach.tree.get(member.organizationId)?.name ?? '',
    stage: member.stage,
    state: member.state,
    progress: { met, due },
    items,
    removed: files.filter(({ removedAt }) => removedAt !== null).map(fileView),
    uploads: uploads.map(({ id: uploadId, item, name, fingerprint, size, received, createdAt }) => ({
      ...{ id: uploadId, item, name, fingerprint, size, received },
      startedAt: isoInstant(createdAt),
    })),
    limits: { fileBytes: maxFileBytes, chunkBytes: maxChunkBytes, endings: allowedEndings },
    abilities: dossierAbilitiesOf(reach, member),
  };
}
