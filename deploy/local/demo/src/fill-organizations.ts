import type { Sql } from 'postgres';
import { isoOf } from './civil-date.ts';
import { copyRows, type CopyValue } from './copy-rows.ts';
import type { DemoRun } from './filling.ts';
import { stableId } from './stable-id.ts';
import type { DemoOrganization, DemoTree } from './organization.ts';

const replicaColumns = [
  'id',
  'parent_id',
  'path',
  'type',
  'code',
  'name',
  'short_name',
  'sort',
  'established_on',
  'term_ends_on',
  'valid_from',
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
    ...replicaRow(node),
    node.number,
    node.creditCode,
    node.nature,
    node.longitude,
    node.latitude,
    node.address,
  ]);
  await copyRows(sql, 'organizations', ownColumns, rows);
  await sql`select setval('organization_numbers', ${tree.organizations.length})`;
}

const changeColumns = [
  'id',
  'organization_id',
  'at',
  'account_id',
  'action',
  'fields',
  'version',
  'tree_revision',
];

/** The first entry of each node's history: the group was put on record as a whole. */
export async function fillTreeHistory(
  sql: Sql,
  run: DemoRun,
  at: Date,
  accountId: string | null,
): Promise<void> {
  const rows = run.tree.organizations.map((node, index) => {
    const { code, name, shortName, type } = node;
    const fields = Object.entries({ code, name, shortName, type }).map(([field, to]) => ({
      field,
      from: null,
      to,
    }));
    return [
      stableId(run.seed, 'organization-change', index),
      node.id,
      at,
      accountId,
      'created',
      JSON.stringify(fields),
      1,
      index + 1,
    ];
  });
  await copyRows(sql, 'organization_changes', changeColumns, rows);
}

function replicaRow(node: DemoOrganization): CopyValue[] {
  const { id, parentId, path, type, code, name, shortName, sort } = node;
  const established = isoOf(node.establishedOn);
  return [
    id,
    parentId,
    path,
    type,
    code,
    name,
    shortName,
    sort,
    established,
    node.termEndsOn && isoOf(node.termEndsOn),
    established,
  ];
}
