import { duringTests } from '@banyan/test-kit/during-tests';
import { beforeAll } from 'vitest';
import type { Client } from './client.ts';
import { foundGroup, type Group } from './group.ts';
import { type Mesh, type MeshOptions, startMesh } from './mesh.ts';

/** A group with two units of two branches each, and an officer who may do everything with records in all of it. */
export interface SmallGroup extends Group {
  readonly nodes: Readonly<Record<'east' | 'east-1' | 'east-2' | 'west' | 'west-1' | 'west-2', string>>;
  readonly registrar: Client;
}

async function foundSmallGroup(mesh: Mesh): Promise<SmallGroup> {
  const group = await foundGroup(mesh);
  const east = await group.addOrganization('东厂党委', 'committee', group.rootId);
  const west = await group.addOrganization('西厂党委', 'committee', group.rootId);
  const nodes = {
    east,
    west,
    'east-1': await group.addOrganization('东厂一支部', 'branch', east),
    'east-2': await group.addOrganization('东厂二支部', 'branch', east),
    'west-1': await group.addOrganization('西厂一支部', 'branch', west),
    'west-2': await group.addOrganization('西厂二支部', 'branch', west),
  };
  await mesh.settle();
  const registrar = await group.officer('registrar', 'organization-officer', 'subtree', [group.rootId]);
  return { ...group, nodes, registrar };
}

/** A mesh in which that group works, for the tests of one file. */
export function smallGroupDuringTests(options: MeshOptions = {}): {
  readonly mesh: Mesh;
  readonly group: SmallGroup;
} {
  const mesh = duringTests(() => startMesh(options));
  const group: Partial<SmallGroup> = {};
  beforeAll(async () => {
    Object.assign(group, await foundSmallGroup(mesh));
    await mesh.settle();
  });
  return { mesh, group: group as SmallGroup };
}
