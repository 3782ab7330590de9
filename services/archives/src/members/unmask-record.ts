import type { AuditInput } from '@banyan/service-kit/audit';
import type { WriteTransaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { jsonResponse } from './record-response.ts';

/** Sensitive values in plain, by field, and what they were read from. */
export interface Unmasked {
  readonly organizationId: string | null;
  readonly version: number;
  readonly plain: Readonly<Record<string, unknown>>;
}

/** Shows sensitive values in plain, once the audit trail has who asked for which of them and why. */
export async function unmaskRecord(
  kit: Kit,
  scope: Scope,
  act: Pick<AuditInput, 'action' | 'entity' | 'subjectId' | 'reason'>,
  read: (tx: WriteTransaction) => Promise<Unmasked>,
): Promise<Response> {
  const plain = await kit.database.write(scope, async (tx) => {
    const { organizationId, version, plain: values } = await read(tx);
    tx.audit({ ...act, organizationId, version, fields: Object.keys(values) });
    return values;
  });
  return jsonResponse(plain);
}
