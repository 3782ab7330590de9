import type { OrganizationNode, OrganizationType } from '@banyan/contracts/organization';
import { AppError } from '@banyan/service-kit/error';

/** A node with everything that identity knows of it. */
export interface Organization extends OrganizationNode {
  readonly number: number;
  readonly mergedIntoId: string | null;
  readonly creditCode: string | null;
  readonly nature: string | null;
  readonly place: Place | null;
}

export interface Place {
  readonly longitude: number;
  readonly latitude: number;
  readonly address: string;
}

const typesBelow: Readonly<Record<OrganizationType, readonly OrganizationType[]>> = {
  group: ['committee', 'general-branch', 'branch', 'joint-branch'],
  committee: ['committee', 'general-branch', 'branch', 'joint-branch'],
  'general-branch': ['branch', 'joint-branch'],
  branch: ['section'],
  'joint-branch': ['section'],
  section: [],
};

/** What must not be changed by a move or merge: a node of this type lives below those types only. */
export function canBeBelow(type: OrganizationType, parentType: OrganizationType): boolean {
  return typesBelow[parentType].includes(type);
}

type Node = Pick<Organization, 'id' | 'parentId' | 'path' | 'type' | 'status'>;

function refuse(code: string, title: string, detail: string): AppError {
  return new AppError('conflict', `identity.organization-${code}`, title, { detail });
}

/** The path of a node with this number below a parent; the root has none above it. */
export function pathBelow(parentPath: string | null, number: number): string {
  return `${parentPath ?? '/'}${number.toString(36)}/`;
}

export function isWithin(path: string, ancestorPath: string): boolean {
  return path.startsWith(ancestorPath);
}

function checkActive(node: Node): void {
  if (node.status !== 'active')
    throw refuse(
      'ended',
      'This organization has ended.',
      'It was merged or dissolved; choose one that exists.',
    );
}

export function checkParent(parent: Node, type: OrganizationType): void {
  checkActive(parent);
  if (!canBeBelow(type, parent.type))
    throw refuse(
      'type-not-below',
      `A ${type} cannot be below a ${parent.type}.`,
      'Choose a parent of another type.',
    );
}

/** A move keeps the tree a tree, and every type below one that may hold it. */
export function checkMove(node: Node, parent: Node): void {
  checkActive(node);
  if (node.parentId === null)
    throw refuse('is-root', 'The group itself cannot be moved.', 'Move what is below it.');
  if (isWithin(parent.path, node.path))
    throw refuse('cycle', 'It cannot be moved below itself.', 'Choose a parent outside of it.');
  if (node.parentId === parent.id)
    throw refuse('already-there', 'It is there already.', 'Nothing was changed.');
  checkParent(parent, node.type);
}

const isHome = (type: OrganizationType): boolean => type === 'branch' || type === 'joint-branch';

/** What ends gives its children and people to another that can hold both. */
export function checkMerge(node: Node, into: Node, children: readonly Node[]): void {
  checkActive(node);
  checkActive(into);
  if (node.parentId === null)
    throw refuse('is-root', 'The group itself cannot be merged.', 'Merge what is below it.');
  if (node.id === into.id)
    throw refuse('merge-into-itself', 'It cannot be merged into itself.', 'Choose another organization.');
  if (isWithin(into.path, node.path))
    throw refuse('cycle', 'It cannot be merged into a part of itself.', 'Choose one outside of it.');
  if (node.type !== into.type && !(isHome(node.type) && isHome(into.type)))
    throw refuse(
      'merge-types',
      `A ${node.type} cannot be merged into a ${into.type}.`,
      'Choose one of the same type.',
    );
  for (const child of children) checkParent(into, child.type);
}

/** Only what is empty is dissolved: nobody and nothing is left without a place. */
export function checkDissolve(
  node: Node,
  left: { readonly children: number; readonly people: number },
): void {
  checkActive(node);
  if (node.parentId === null)
    throw refuse('is-root', 'The group itself cannot be dissolved.', 'It is the root.');
  if (left.children > 0)
    throw refuse(
      'has-children',
      `${left.children} organizations are still below it.`,
      'Move or dissolve them first, or merge it into another.',
    );
  if (left.people > 0)
    throw refuse(
      'has-people',
      `${left.people} people are still in it.`,
      'Transfer them first, or merge it into another.',
    );
}

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields of `next` that say something else than the record does. */
export function changedFields<Record_ extends object>(
  current: Record_,
  next: Partial<Record<keyof Record_ & string, unknown>>,
): FieldChange[] {
  return Object.entries(next)
    .map(([field, to]) => ({ field, from: current[field as keyof Record_] as unknown, to: to as unknown }))
    .filter(({ from, to }) => to !== undefined && !same(from, to));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(
    (key) => (a as Record<string, unknown>)[key] === (b as Record<string, unknown>)[key],
  );
}
