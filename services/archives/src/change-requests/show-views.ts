import type { Deps } from '../deps.ts';
import { customName } from '../fields/change-custom.ts';
import { isSensitive } from '../members/masks.ts';
import { type MemberField, memberFieldNames } from '../members/member-fields.ts';
import { maskedChange, valuesOf } from '../members/member-record.ts';
import type { RecordRow } from '../members/member-table.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import { isoInstant } from '../members/show-views.ts';
import { isSame } from './change-request.ts';
import { requestAbilitiesOf, type RequestReach } from './change-request-policy.ts';
import type { RequestRow } from './change-request-table.ts';
import type { ChangeRequestItem, ChangeRequestView, ProposedFieldView } from './change-request-views.ts';
import { elsewhere, type ShownField, type ShownName } from './fields-elsewhere.ts';

/** A stored value in plain. */
export function openedValue(sealer: Sealer, memberId: string, field: ShownName, value: unknown): unknown {
  return value !== null && isSensitive(field)
    ? sealer.open(memberId, field, Buffer.from(String(value), 'base64'))
    : value;
}

/** What the record says in plain, custom fields by their names. */
export type RecordValues = Readonly<Partial<Record<ShownName, unknown>>>;

export function recordValues(sealer: Sealer, row: RecordRow): RecordValues {
  const custom = Object.entries(row.custom).map(([key, value]) => [customName(key), value]);
  return { ...valuesOf(sealer, row), ...Object.fromEntries(custom) };
}

/** Undecided, and somebody has changed the value since it was proposed. */
export function isConflicting(
  sealer: Sealer,
  memberId: string,
  { field, from, decision }: ShownField,
  now: RecordValues,
): boolean {
  if (decision !== null || field === elsewhere) return false;
  return !isSame(openedValue(sealer, memberId, field, from), now[field] ?? null);
}

function headOf(reach: RequestReach, row: RequestRow) {
  return {
    id: row.id,
    memberId: row.memberId,
    memberName: row.memberName,
    organizationId: row.organizationId,
    organizationName: reach.tree.get(row.organizationId)?.name ?? '',
    state: row.state,
    reason: row.reason,
    proposedAt: isoInstant(row.proposedAt),
    proposer: { id: row.accountId, name: row.proposerName },
    closedAt: row.closedAt && isoInstant(row.closedAt),
    version: row.version,
    abilities: requestAbilitiesOf(reach, row),
  };
}

export function changeRequestItem(
  reach: RequestReach,
  row: RequestRow & { readonly fields: ChangeRequestItem['fields'] },
): ChangeRequestItem {
  return { ...headOf(reach, row), fields: [...new Map(row.fields.map((one) => [one.field, one])).values()] };
}

/** The request beside the record as it is now, sensitive values masked. */
export function changeRequestView(
  { sealer }: Pick<Deps, 'sealer'>,
  reach: RequestReach,
  row: RequestRow,
  fields: readonly ShownField[],
  member: RecordRow,
): ChangeRequestView {
  const now = recordValues(sealer, member);
  const shown = fields.map((proposed): ProposedFieldView => {
    const { field, decision, decidedAt, accountId, deciderName, reason } = proposed;
    const { from, to } = maskedChange(sealer, row.memberId, proposed);
    const raw = member[field as keyof RecordRow];
    const current =
      isSensitive(field) && raw !== null
        ? sealer.mask(row.memberId, field, raw as Uint8Array)
        : (now[field] ?? null);
    return {
      field,
      from,
      to,
      current,
      isConflicting: isConflicting(sealer, row.memberId, proposed, now),
      decision,
      decidedAt: decidedAt && isoInstant(decidedAt),
      decidedBy: decision === null ? null : { id: accountId, name: deciderName },
      reason,
    };
  });
  return { ...headOf(reach, row), memberVersion: member.version, fields: shown };
}

/** In the order of the form. */
export function inFormOrder(fields: readonly MemberField[]): MemberField[] {
  return fields.toSorted((a, b) => memberFieldNames.indexOf(a) - memberFieldNames.indexOf(b));
}
