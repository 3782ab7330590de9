import type { WriteTransaction } from '@banyan/service-kit/database';
import type { FieldError } from '@banyan/service-kit/error';
import { type AppContext, authorize, ifMatch, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { readIdNumber } from '../members/id-number.ts';
import { lockRecord } from '../members/load-member.ts';
import { placeOf } from './floating.ts';
import { closedAlready, scopeOfFloating } from './floating-policy.ts';
import { type FloatingColumns, type FloatingRow, lockFloating, updateFloating } from './floating-table.ts';
import { dateErrors, hostErrors, refusedEntry } from './register-checks.ts';
import {
  correctFloatingSchema,
  type FloatingCorrection,
  inflowFields,
  outflowFields,
} from './register-fields.ts';
import { refusingTwice } from './register-inflow.ts';
import { storeOutflow } from './register-outflow.ts';
import { entryResponse, staleEntry, viewFloating } from './show-floating.ts';
import { sealedAt } from './show-floating-views.ts';

/** Sets fields of an open entry. Of our own people the record changes with it. */
export async function correctFloating(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.register.update');
  const id = c.req.param('id') as string;
  const scope = await scopeOfFloating(deps, granted, id, true);
  const version = ifMatch(c);
  const correction = parseBody(correctFloatingSchema, await jsonOf(c));
  const fields = Object.keys(correction);

  const write = kit.database.write(scope, async (tx) => {
    const row = await lockFloating(tx, id);
    if (row.version !== version) throw await staleEntry(deps, tx, id);
    if (row.closedOn !== null) throw closedAlready();
    if (fields.length === 0) return viewFloating(deps, tx, id, scope.actor);
    const columns =
      row.personId === null
        ? columnsOfInflow(deps, row, correction)
        : await columnsOfOutflow(deps, tx, row, correction);
    await updateFloating(tx, id, columns);
    const view = await viewFloating(deps, tx, id, scope.actor);
    tx.audit({
      action: 'archives.floating.update',
      entity: 'floating-member',
      subjectId: id,
      organizationId: scope.organizationId,
      fields,
      version: view.version,
    });
    return view;
  });
  return entryResponse(await refusingTwice(write));
}

/** The entry with what is corrected; numbers are sealed apart. */
function corrected(row: FloatingRow, correction: FloatingCorrection): FloatingRow {
  const { contactPhone: _contact, idNumber: _number, phone: _phone, ...plain } = correction;
  return { ...row, ...plain } as FloatingRow;
}

/** Fields of the other end have no place in this entry. */
function foreignErrors(correction: FloatingCorrection, own: object): FieldError[] {
  return Object.keys(correction)
    .filter((field) => !(field in own))
    .map((field) => ({ field, code: 'unrecognized_keys', message: 'There is no such field here.' }));
}

function sharedColumns({ sealer }: Deps, row: FloatingRow, correction: FloatingCorrection) {
  const { province, city, partyOrganization, expectedReturnOn, contactName, contactPhone } = correction;
  return {
    ...(province === undefined ? {} : { province }),
    ...(city === undefined ? {} : { city }),
    ...(partyOrganization === undefined ? {} : { party_organization: partyOrganization }),
    ...(expectedReturnOn === undefined ? {} : { expected_return_on: expectedReturnOn }),
    ...(contactName === undefined ? {} : { contact_name: contactName }),
    ...(contactPhone === undefined
      ? {}
      : { contact_phone: contactPhone && sealer.seal(...sealedAt(row.id, 'contactPhone'), contactPhone) }),
  };
}

async function columnsOfOutflow(
  deps: Deps,
  tx: WriteTransaction,
  row: FloatingRow,
  correction: FloatingCorrection,
): Promise<FloatingColumns> {
  const tree = deps.kit.tree();
  const next = corrected(row, correction);
  const host = next.organizationId === null ? null : (tree.get(next.organizationId)?.name ?? null);
  const isPlaced = ['province', 'city', 'partyOrganization', 'organizationId'].some((at) => at in correction);
  const place = isPlaced
    ? placeOf({ ...next, partyOrganization: next.partyOrganization ?? host })
    : row.place;
  const errors = [
    ...foreignErrors(correction, outflowFields),
    ...dateErrors(next, deps.kit.clock.today()),
    ...('organizationId' in correction ? hostErrors(tree, next.organizationId, row.homeId) : []),
  ];
  if (place === null) errors.push({ field: 'partyOrganization', code: 'required', message: 'Say where to.' });
  if (errors.length > 0 || place === null) throw refusedEntry(errors);
  if (next.since !== row.since || next.reason !== row.reason || place !== row.place) {
    const member = await lockRecord(tx, row.personId as string);
    await storeOutflow(tx, member, { since: next.since, to: place, reason: next.reason });
  }
  return {
    ...sharedColumns(deps, row, correction),
    // What the change of the place in the record has cleared.
    province: next.province,
    city: next.city,
    party_organization: next.partyOrganization,
    organization_id: next.organizationId,
    abroad: next.abroad,
  };
}

function columnsOfInflow(deps: Deps, row: FloatingRow, correction: FloatingCorrection): FloatingColumns {
  const { sealer, kit } = deps;
  const today = kit.clock.today();
  const next = corrected(row, correction);
  const errors = [...foreignErrors(correction, inflowFields), ...dateErrors(next, today)];
  if (next.province === null && next.partyOrganization === null)
    errors.push({ field: 'partyOrganization', code: 'required', message: 'Say where from.' });
  const { name, sex, idNumber, phone, since, reason } = correction;
  const facts = typeof idNumber === 'string' ? readIdNumber(idNumber, today) : null;
  if (typeof facts === 'string')
    errors.push({ field: 'idNumber', code: facts, message: 'Not an ID number.' });
  if (errors.length > 0 || typeof facts === 'string') throw refusedEntry(errors);
  const number = facts?.idNumber ?? null;
  return {
    ...sharedColumns(deps, row, correction),
    ...(since === undefined ? {} : { since }),
    ...(reason === undefined ? {} : { reason }),
    ...(name === undefined ? {} : { name }),
    ...(sex === undefined ? {} : { sex }),
    ...(phone === undefined ? {} : { phone: phone && sealer.seal(row.id, 'phone', phone) }),
    ...(idNumber === undefined
      ? {}
      : {
          id_number: number && sealer.seal(row.id, 'idNumber', number),
          id_number_hash: number && sealer.hash('idNumber', number),
        }),
  };
}
