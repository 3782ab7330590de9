import type { WriteTransaction } from '@banyan/service-kit/database';
import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { jsonResponse } from './record-response.ts';
import { type Unmasking, withinUnmaskBudget } from './within-unmask-budget.ts';

/** Sensitive values in plain, by field, and what they were read from. */
export interface Unmasked {
  readonly organizationId: string | null;
  readonly version: number;
  readonly plain: Readonly<Record<string, unknown>>;
}

/** Shows sensitive values in plain, once the audit trail has who asked for which of them and why. */
export async function unmaskRecord(
  deps: Deps,
  scope: Scope,
  act: Omit<Unmasking, 'organizationId'>,
  read: (tx: WriteTransaction) => Promise<Unmasked>,
): Promise<Response> {
  const about = { ...act, organizationId: scope.organizationId };
  const plain = await withinUnmaskBudget(deps, scope, about, async (tx) => {
    const { organizationId, version, plain: values } = await read(tx);
    tx.audit({ ...act, organizationId, version, fields: Object.keys(values) });
    return values;
  });
  return jsonResponse(plain);
}
