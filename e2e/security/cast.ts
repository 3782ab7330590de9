import type { Somebody } from './oracle.ts';
import { administrators, businessRoles } from './roles.ts';

/** An account for every role at every kind of place, and those who fit into no such table. */
export const cast: readonly Somebody[] = [
  ...administrators.map((role): Somebody => ({
    name: role,
    home: 'group',
    person: null,
    held: [{ role, mode: 'subtree', nodes: ['group'] }],
  })),
  ...businessRoles.flatMap((role): Somebody[] => [
    {
      name: `${role}.below`,
      home: 'east-gb',
      person: null,
      held: [{ role, mode: 'subtree', nodes: ['east-gb'] }],
    },
    { name: `${role}.one`, home: 'east-1', person: null, held: [{ role, mode: 'node', nodes: ['east-1'] }] },
    {
      name: `${role}.chosen`,
      home: 'west',
      person: null,
      held: [{ role, mode: 'nodes', nodes: ['east-2', 'west-1'] }],
    },
  ]),
  {
    name: 'officer.all',
    home: 'group',
    person: null,
    held: [{ role: 'organization-officer', mode: 'subtree', nodes: ['group'] }],
  },
  {
    // A wide grant without rights on records beside a narrow one with them: united they would invent rights.
    name: 'editor.all.secretary.one',
    home: 'group',
    person: null,
    held: [
      { role: 'editor', mode: 'subtree', nodes: ['group'] },
      { role: 'branch-secretary', mode: 'node', nodes: ['east-1'] },
    ],
  },
  {
    name: 'member.one',
    home: 'east-1',
    person: 'east-1-a',
    held: [
      { role: 'member', mode: 'self', nodes: [] },
      { role: 'home', mode: 'node', nodes: ['east-1'] },
    ],
  },
  {
    name: 'member.secretary',
    home: 'east-3',
    person: 'east-3-a',
    held: [
      { role: 'member', mode: 'self', nodes: [] },
      { role: 'home', mode: 'node', nodes: ['east-3'] },
      { role: 'branch-secretary', mode: 'node', nodes: ['east-2'] },
    ],
  },
  { name: 'nobody', home: 'east-1', person: null, held: [] },
];

export function somebody(name: string): Somebody {
  const found = cast.find((who) => who.name === name);
  if (found === undefined) throw new Error(`Nobody of the cast is called ${name}.`);
  return found;
}
