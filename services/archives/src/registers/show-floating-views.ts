import { isoInstant } from '../members/show-views.ts';
import type { SensitiveField } from '../members/masks.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import type { Direction } from './floating.ts';
import { directionFor, endsOf, floatingAbilitiesOf, type FloatingReach } from './floating-policy.ts';
import type { ContactRow, FloatingRow } from './floating-table.ts';
import type { FloatingSecret } from './register-fields.ts';
import { type Deadline, dueActions, floatingDeadline, registerRules } from './register-rules.ts';
import type { DeadlineView, FloatingItem, FloatingView } from './register-views.ts';

/** Where a secret of an entry is sealed to. The contact's phone is another record's, so that none opens as the other. */
export function sealedAt(id: string, field: FloatingSecret): [string, SensitiveField] {
  return field === 'contactPhone' ? [`${id}/contact`, 'phone'] : [id, field];
}

export function deadlineView(deadline: Deadline | null): DeadlineView | null {
  return deadline && { ...deadline, rule: registerRules[dueActions[deadline.action]] };
}

/** An entry as a row of the list; in which direction it is read is asked for, or follows from what the reader sees. */
export function floatingItem(reach: FloatingReach, row: FloatingRow, direction?: Direction): FloatingItem {
  const { tree } = reach;
  const way = direction ?? directionFor(reach, endsOf(row));
  const seesHome = row.personId !== null && directionFor(reach, endsOf(row)) === 'out';
  return {
    id: row.id,
    direction: way,
    memberId: seesHome ? row.personId : null,
    name: row.name,
    stage: seesHome ? row.stage : null,
    homeOrganizationId: row.homeId,
    homeOrganizationName: row.homeId === null ? row.partyOrganization : nameOf(reach, row.homeId),
    organizationId: row.organizationId,
    organizationName: row.organizationId && (tree.get(row.organizationId)?.name ?? null),
    place: row.place,
    abroad: row.abroad,
    since: row.since,
    expectedReturnOn: row.expectedReturnOn,
    reason: row.reason,
    lastContactOn: row.lastContactOn,
    closedOn: row.closedOn,
    closing: row.closing,
    deadline: deadlineView(floatingDeadline(row)),
    version: row.version,
    abilities: floatingAbilitiesOf(reach, row),
  };
}

/** The whole entry with its contacts; numbers are masked. */
export function floatingView(
  sealer: Sealer,
  reach: FloatingReach,
  row: FloatingRow,
  contacts: readonly ContactRow[],
): FloatingView {
  const mask = (field: FloatingSecret) => {
    const sealed = row[field];
    return sealed === null ? null : sealer.mask(...sealedAt(row.id, field), sealed);
  };
  return {
    ...floatingItem(reach, row),
    province: row.province,
    city: row.city,
    partyOrganization: row.partyOrganization,
    contactName: row.contactName,
    contactPhone: mask('contactPhone'),
    sex: row.sex,
    idNumber: mask('idNumber'),
    phone: mask('phone'),
    createdAt: isoInstant(row.createdAt),
    updatedAt: isoInstant(row.updatedAt),
    contacts: contacts.map((contact) => ({ ...contact, at: isoInstant(contact.at) })),
  };
}

function nameOf({ tree }: FloatingReach, id: string): string | null {
  return tree.get(id)?.name ?? null;
}
