import type { Transaction } from '@banyan/service-kit/database';
import { holds, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { fieldsAt } from '../fields/fields-in-sight.ts';
import { type CustomColumns, customColumnsOf } from './custom-columns.ts';

/**
 * The fields in use at an organization: its own, those of all above it, and those below it that the scope holds. Reads
 * through the open wall.
 */
export async function loadCustomColumns(
  deps: Deps,
  tx: Transaction,
  scope: Scope,
  organizationId: string,
): Promise<CustomColumns> {
  const tree = deps.kit.tree();
  const isAbove = (owner: string, node: string): boolean => {
    const [above, path] = [tree.get(owner)?.path, tree.get(node)?.path];
    return above !== undefined && path !== undefined && path.startsWith(above);
  };
  const found = (await fieldsAt(deps, tx, [organizationId], true)).filter(
    (field) =>
      !field.archived &&
      (isAbove(field.organizationId, organizationId) ||
        (isAbove(organizationId, field.organizationId) && holds(scope, tree, field.organizationId))),
  );
  const forAll = found.filter((field) => isAbove(field.organizationId, organizationId));
  return customColumnsOf(found, forAll, (field, node) => isAbove(field.organizationId, node));
}
