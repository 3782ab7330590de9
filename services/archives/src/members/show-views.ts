import type { Person } from '@banyan/contracts/person';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { memberFieldNames } from './member-fields.ts';
import { isSensitive, type SensitiveField } from './masks.ts';
import { nextStage } from './member.ts';
import { abilitiesOf, type MemberReach, openStates } from './member-policy.ts';
import type { ItemRow, RecordRow } from './member-table.ts';
import type { MemberItem, MemberView } from './member-views.ts';
import type { Sealer } from './sealed-fields.ts';

/** PostgreSQL's text of an instant in ISO 8601. */
export function isoInstant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : new Date(text).toISOString();
}

function nameOf(tree: OrganizationTree, id: string): string {
  return tree.get(id)?.name ?? '';
}

function masked(sealer: Sealer, id: string, field: SensitiveField, sealed: Uint8Array | null): string | null {
  return sealed === null ? null : sealer.mask(id, field, sealed);
}

/** A row of the list for this reader. */
export function memberItem(sealer: Sealer, reach: MemberReach, row: ItemRow): MemberItem {
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    organizationId: row.organizationId,
    organizationName: nameOf(reach.tree, row.organizationId),
    sectionId: row.sectionId,
    stage: row.stage,
    state: row.state,
    idNumber: masked(sealer, row.id, 'idNumber', row.idNumber),
    joinedOn: row.joinedOn,
    verifiedOn: row.verifiedOn,
    version: row.version,
    updatedAt: isoInstant(row.updatedAt),
    abilities: abilitiesOf(reach, row),
  };
}

/** The whole record for this reader, with sensitive fields masked. */
export function memberView(sealer: Sealer, reach: MemberReach, row: RecordRow): MemberView {
  const values: Record<string, unknown> = {};
  for (const field of memberFieldNames)
    values[field] = isSensitive(field) ? masked(sealer, row.id, field, row[field]) : row[field];
  return {
    id: row.id,
    ...(values as Pick<MemberView, (typeof memberFieldNames)[number]>),
    custom: row.customShown as MemberView['custom'],
    organizationId: row.organizationId,
    organizationName: nameOf(reach.tree, row.organizationId),
    sectionName: row.sectionId && nameOf(reach.tree, row.sectionId),
    stage: row.stage,
    state: row.state,
    stateOn: row.stateOn,
    leftKind: row.leftKind,
    nextStage: nextStage(row),
    nextStates: openStates(reach, row),
    accountId: row.accountId,
    version: row.version,
    createdAt: isoInstant(row.createdAt),
    updatedAt: isoInstant(row.updatedAt),
    abilities: abilitiesOf(reach, row),
  };
}

/** What of the record other domains hold. */
export function personOf(row: RecordRow): Person {
  const { id, name, pinyin, organizationId, sectionId, stage, state, accountId, version } = row;
  return { id, name, pinyin, organizationId, sectionId, stage, state, accountId, version };
}
