import type { OrganizationNode, OrganizationType } from '@banyan/contracts/organization';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';

/** A node of a test's tree, by name: `{ 'group': { 'unit-a': { 'branch-a1': {} } } }` reads like the tree. */
export interface TreeSketch {
  readonly [name: string]: TreeSketch;
}

const typeAtDepth: readonly OrganizationType[] = [
  'group',
  'committee',
  'general-branch',
  'branch',
  'section',
];

/** Nodes of a sketch. Leaves are branches, the root is the group; everything between is a committee or general branch. */
export function treeNodes(sketch: TreeSketch): Map<string, OrganizationNode> {
  const nodes = new Map<string, OrganizationNode>();
  let number = 0;
  const walk = (level: TreeSketch, parent: OrganizationNode | null, depth: number): void => {
    for (const [name, below] of Object.entries(level)) {
      number += 1;
      const leaf = Object.keys(below).length === 0;
      const node: OrganizationNode = {
        id: uuidv7(),
        parentId: parent?.id ?? null,
        path: `${parent?.path ?? '/'}${number.toString(36)}/`,
        type: depth > 0 && leaf ? 'branch' : (typeAtDepth[depth] ?? 'section'),
        code: `T${String(number).padStart(4, '0')}`,
        name,
        shortName: name,
        status: 'active',
        sort: number,
        establishedOn: null,
        termEndsOn: null,
        validFrom: null,
        validTo: null,
        version: 1,
      };
      nodes.set(name, node);
      walk(below, node, depth + 1);
    }
  };
  walk(sketch, null, 0);
  return nodes;
}

/** Puts nodes into a service's replica, at revision 1. */
export async function plantTree(owner: Sql, nodes: Iterable<OrganizationNode>): Promise<void> {
  for (const node of nodes) {
    await owner`insert into organizations ${owner({
      id: node.id,
      parent_id: node.parentId,
      path: node.path,
      type: node.type,
      code: node.code,
      name: node.name,
      short_name: node.shortName,
      status: node.status,
      sort: node.sort,
      version: node.version,
    })}`;
  }
  await owner`insert into replica_states (name, revision) values ('organizations', 1) on conflict do nothing`;
}
