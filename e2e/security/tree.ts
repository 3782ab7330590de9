/** The tree of the access tests, as data of its own: nothing of the product's code takes part in what is expected. */
export const parents = {
  group: null,
  east: 'group',
  'east-gb': 'east',
  'east-1': 'east-gb',
  'east-2': 'east-gb',
  'east-3': 'east',
  west: 'group',
  'west-1': 'west',
} as const satisfies Record<string, string | null>;

export type NodeName = keyof typeof parents;
export const nodeNames = Object.keys(parents) as NodeName[];

export const nodeTypes: Readonly<Record<NodeName, string>> = {
  group: 'group',
  east: 'committee',
  'east-gb': 'general-branch',
  'east-1': 'branch',
  'east-2': 'branch',
  'east-3': 'branch',
  west: 'committee',
  'west-1': 'branch',
};

/** Who is on record where. */
export const homes = {
  'east-1-a': 'east-1',
  'east-1-b': 'east-1',
  'east-2-a': 'east-2',
  'east-3-a': 'east-3',
  'west-1-a': 'west-1',
} as const satisfies Record<string, NodeName>;

export type PersonName = keyof typeof homes;
export const personNames = Object.keys(homes) as PersonName[];

/** Where the transfer of each leads that everybody has applied for. */
export const destinations: Readonly<Record<PersonName, NodeName>> = {
  'east-1-a': 'west-1',
  'east-1-b': 'east-2',
  'east-2-a': 'east-3',
  'east-3-a': 'east-1',
  'west-1-a': 'east-1',
};

export function isAtOrBelow(node: NodeName, top: NodeName): boolean {
  for (let at: NodeName | null = node; at !== null; at = parents[at]) if (at === top) return true;
  return false;
}

export type Relation = 'own' | 'ancestor' | 'descendant' | 'sibling' | 'none';

/** How a node stands to the place of a grant. */
export function relationOf(node: NodeName, place: NodeName): Relation {
  if (node === place) return 'own';
  if (isAtOrBelow(node, place)) return 'descendant';
  if (isAtOrBelow(place, node)) return 'ancestor';
  return parents[node] === parents[place] ? 'sibling' : 'none';
}
