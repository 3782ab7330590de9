import type { Sql } from 'postgres';
import { isoOf } from './civil-date.ts';
import { copyRows, type CopyValue } from './copy-rows.ts';
import type { DemoOrganization, DemoTree } from './organization.ts';

const replicaColumns = [
  'id', 'parent_id', 'path', 'type', 'code', 'name', 'short_name', 'sort', 'established_on', 'term_ends_on', 'valid_from',
];

/** The tree as every service's database holds it. */
export async function fillReplica(sql: Sql, tree: DemoTree): Promise<void> {
  await copyRows(sql, 'organizations', replicaColumns, tree.organizations.map(replicaRow));
}

/** Tree revision of a fresh load, in the owner's database and in every replica. */
export function treeRevision(tree: DemoTree): number {
  return tree.organizations.length;
}

const ownColumns = [...replicaColumns, 'number', 'credit_code', 'nature', 'longitude', 'latitude', 'address'];

/** The tree with what identity alone knows of a node. */
export async function fillTree(sql: Sql, tree: DemoTree): Promise<void> {
  const rows = tree.organizations.map((node) => [
    ...replicaRow(node), node.number, node.creditCode, node.nature, node.longitude, node.latitude, node.address,
  ]);
  await copyRows(sql, 'organizations', ownColumns, rows);
  await sql`select setval('organization_numbers', ${tree.organizations.length})`;
}

function replicaRow(node: DemoOrganization): CopyValue[] {
  const { id, parentId, path, type, code, name, shortName, sort } = node;
  const established = isoOf(node.establishedOn);
  return [id, parentId, path, type, code, name, shortName, sort, established, node.termEndsOn && isoOf(node.termEndsOn), established];
}
