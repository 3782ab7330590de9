import {
  homes,
  isAtOrBelow,
  type NodeName,
  nodeNames,
  type PersonName,
  personNames,
  type Relation,
  relationOf,
} from './tree.ts';
import { permissionsOf, type RoleName } from './roles.ts';

export interface HeldRole {
  readonly role: RoleName;
  readonly mode: 'self' | 'node' | 'subtree' | 'nodes';
  readonly nodes: readonly NodeName[];
}

export interface Somebody {
  readonly name: string;
  readonly held: readonly HeldRole[];
  /** Whose record the account belongs to. */
  readonly person: PersonName | null;
  /** Where the account is at home. */
  readonly home: NodeName;
}

function reaches({ mode, nodes }: HeldRole, node: NodeName): boolean {
  if (mode === 'self') return false;
  return nodes.some((place) => (mode === 'subtree' ? isAtOrBelow(node, place) : node === place));
}

const withPermission = (who: Somebody, permission: string): HeldRole[] =>
  who.held.filter(({ role }) => permissionsOf[role].includes(permission));

/** Held anywhere at all, be it for the own record alone. */
export function holdsAnywhere(who: Somebody, permission: string): boolean {
  return withPermission(who, permission).length > 0;
}

export function holdsAt(who: Somebody, permission: string, node: NodeName): boolean {
  return withPermission(who, permission).some((held) => reaches(held, node));
}

/** For a record of a person: where the person is at home, or because the record is the reader's own. */
export function holdsFor(who: Somebody, permission: string, person: PersonName): boolean {
  return (
    holdsAt(who, permission, homes[person]) ||
    (who.person === person && withPermission(who, permission).some(({ mode }) => mode === 'self'))
  );
}

export function nodesInSight(who: Somebody, permission: string): NodeName[] {
  return nodeNames.filter((node) => holdsAt(who, permission, node));
}

export function peopleInSight(who: Somebody, permission: string): PersonName[] {
  return personNames.filter((person) => holdsFor(who, permission, person));
}

/** The relation by which a node is counted as tried for a role: to the first place of the grant. */
export function relationTo(held: HeldRole, node: NodeName): Relation {
  const place = held.nodes[0];
  return place === undefined ? 'none' : relationOf(node, place);
}
