import type { Transaction } from '@banyan/service-kit/database';
import { customName } from '../fields/change-custom.ts';

/**
 * Names of the custom fields that the organization of a record has or had: of others, its readers see neither value nor
 * name.
 */
export async function knownCustom(tx: Transaction, memberId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ key: string }[]>`
    select (i.field).key as key from inherited_fields(array[member_organization(${memberId})]) i`;
  return new Set(rows.map(({ key }) => customName(key)));
}
