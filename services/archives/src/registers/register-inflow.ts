import { AppError } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { narrowTo } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { checkNamed } from '../members/named-organization.ts';
import { readIdNumber } from '../members/id-number.ts';
import { dateErrors, hostErrors, refusedEntry } from './register-checks.ts';
import { registerInflowSchema } from './register-fields.ts';
import { entryResponse, viewFloating } from './show-floating.ts';
import { sealedAt } from './show-floating-views.ts';

/** Somebody of a party organization outside the enterprise is with a branch of ours: a small record, not on our roll. */
export async function registerInflow(deps: Deps, c: AppContext): Promise<Response> {
  const { kit, sealer } = deps;
  const granted = await authorize(kit, c, 'archives.register.update');
  const body = await jsonOf(c);
  checkNamed(granted, kit.tree(), body);
  const values = parseBody(registerInflowSchema, body);
  const today = kit.clock.today();
  const errors = [...dateErrors(values, today), ...hostErrors(kit.tree(), values.organizationId, null)];
  if (values.province === null && values.partyOrganization === null)
    errors.push({ field: 'partyOrganization', code: 'required', message: 'Say where from.' });
  const idNumber = values.idNumber === null ? null : readIdNumber(values.idNumber, today);
  if (typeof idNumber === 'string')
    errors.push({ field: 'idNumber', code: idNumber, message: 'Not an ID number.' });
  if (errors.length > 0 || typeof idNumber === 'string') throw refusedEntry(errors);

  const id = uuidv7();
  const seal = (field: 'idNumber' | 'phone' | 'contactPhone', plain: string | null) =>
    plain === null ? null : sealer.seal(...sealedAt(id, field), plain);
  const row = {
    id,
    organization_id: values.organizationId,
    since: values.since,
    reason: values.reason,
    province: values.province,
    city: values.city,
    party_organization: values.partyOrganization,
    expected_return_on: values.expectedReturnOn,
    contact_name: values.contactName,
    contact_phone: seal('contactPhone', values.contactPhone),
    name: values.name,
    sex: values.sex ?? idNumber?.sex ?? null,
    id_number: seal('idNumber', idNumber?.idNumber ?? null),
    id_number_hash: idNumber === null ? null : sealer.hash('idNumber', idNumber.idNumber),
    phone: seal('phone', values.phone),
  };
  const made = kit.database.write(
    narrowTo(granted, values.organizationId),
    async (tx) => {
      await tx.sql`insert into floating_members ${tx.sql(row)}`;
      tx.audit({
        action: 'archives.floating.register',
        entity: 'floating-member',
        subjectId: id,
        organizationId: values.organizationId,
        fields: Object.keys(body as object),
        version: 1,
      });
      return viewFloating(deps, tx, id, granted.actor);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  return entryResponse(await refusingTwice(made), true);
}

/** One open entry per ID number, wherever in the enterprise it is. */
export async function refusingTwice<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const { code, constraint_name: constraint } = (error ?? {}) as Record<string, unknown>;
    if (code !== '23505' || constraint !== 'floating_members_with_us') throw error;
    throw new AppError('conflict', 'archives.already-floating', 'This person is registered already.', {
      detail:
        'Another branch of the enterprise has registered this ID number; the entry there is to be closed first.',
      errors: [{ field: 'idNumber', code: 'floating.taken', message: 'Is registered already.' }],
    });
  }
}
