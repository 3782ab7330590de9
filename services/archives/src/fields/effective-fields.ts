import type { Transaction } from '@banyan/service-kit/database';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { CustomField } from './custom-field.ts';
import { fieldColumns } from './field-table.ts';

/** The fields of people at an organization: its own and those of all above it, from the top down, none archived. */
export async function effectiveFields(tx: Transaction, organizationId: string): Promise<CustomField[]> {
  return (await effectiveFieldsOf(tx, [organizationId])).get(organizationId) ?? [];
}

/** The same for many organizations in one question; one without any field is missing from the answer. */
export async function effectiveFieldsOf(
  tx: Transaction,
  organizationIds: readonly string[],
): Promise<Map<string, CustomField[]>> {
  const found = new Map<string, CustomField[]>();
  for (const { heirId, ...field } of await inheritedFields(tx, organizationIds)) {
    if (field.archived) continue;
    const fields = found.get(heirId);
    if (fields === undefined) found.set(heirId, [field]);
    else fields.push(field);
  }
  return found;
}

/** Archived ones included. Whoever asks has checked that the organizations are in sight. */
export async function inheritedFields(
  { sql }: Transaction,
  organizationIds: readonly string[],
): Promise<(CustomField & { readonly heirId: string })[]> {
  return sql.unsafe<(CustomField & { heirId: string })[]>(inheritedText, [`{${organizationIds.join(',')}}`], {
    prepare: true,
  });
}

const inheritedText = `select i.heir_id as "heirId", ${fieldColumns('(i.field)')}
  from inherited_fields($1::text::uuid[]) i join organizations owner on owner.id = (i.field).organization_id
  order by owner.path, (i.field).sort, (i.field).key`;

/** From the top of the tree down, and in each organization's own order. */
export function inOrder<Field extends CustomField>(
  fields: readonly Field[],
  tree: OrganizationTree,
): Field[] {
  const path = (field: Field): string => tree.get(field.organizationId)?.path ?? '';
  return fields.toSorted((a, b) => compare(path(a), path(b)) || a.sort - b.sort || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
