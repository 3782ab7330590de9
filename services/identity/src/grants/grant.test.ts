import { mergeRanges, nodeRange, subtreeRange } from '@banyan/service-kit/scope';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assignment, checkAssignment, checkScopeShape, coversRange, rangesOf } from './grant.ts';

const codeOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code.replace('identity.grant-', '');
  }
  return 'allowed';
};

const unit = { whole: false, ranges: [subtreeRange('/1/2/')] };
const assignment = (rest: Partial<Assignment>): Assignment => ({
  actorId: 'granter',
  bySecurity: false,
  account: { id: 'somebody', administrator: false },
  role: { id: 'copy', administrator: false, permissions: ['archives.member.read'] },
  ranges: [subtreeRange('/1/2/3/')],
  held: (permission) => (permission === 'archives.member.read' ? unit : null),
  ...rest,
});
const businessRole = {
  id: 'branch-secretary',
  administrator: false,
  permissions: ['archives.member.update'],
};
const securityRole = { id: 'security-admin', administrator: true, permissions: [] };

describe('who may grant what', () => {
  test.each<[string, Partial<Assignment>, string]>([
    ['what they hold, within where they hold it', {}, 'allowed'],
    ['what they do not hold', { role: businessRole }, 'not-held'],
    ['beyond where they hold it', { ranges: [subtreeRange('/1/3/')] }, 'not-held'],
    ['at the node itself but with all above below', { ranges: [subtreeRange('/1/')] }, 'not-held'],
    [
      'in two places of which one is beyond',
      { ranges: [nodeRange('/1/2/'), nodeRange('/1/3/')] },
      'not-held',
    ],
    ['to themselves', { actorId: 'somebody' }, 'to-self'],
    [
      'an administrator to a business account',
      { bySecurity: true, role: securityRole },
      'administrators-apart',
    ],
    [
      'a business role to an administrator',
      { bySecurity: true, account: { id: 'somebody', administrator: true } },
      'administrators-apart',
    ],
    ['as security, a role they do not hold', { bySecurity: true, role: businessRole }, 'allowed'],
    ['as security, anything to themselves', { bySecurity: true, actorId: 'somebody' }, 'to-self'],
    [
      'as security, an administrator to an account made for one',
      { bySecurity: true, role: securityRole, account: { id: 'somebody', administrator: true } },
      'allowed',
    ],
    [
      'an administrator, being none of security',
      { role: securityRole, account: { id: 'somebody', administrator: true } },
      'administrator',
    ],
    ['the role that every member holds', { role: { ...businessRole, id: 'member' } }, 'member'],
  ])('%s: %o', (_, given, expected) => {
    expect(codeOf(() => checkAssignment(assignment(given)))).toBe(expected);
  });

  test('whatever is granted, no path is reached that the granter does not reach', () => {
    const path = fc
      .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
      .map((parts) => `/${parts.map((part) => part.toString(36)).join('/')}/`);
    const mode = fc.constantFrom('node', 'subtree', 'nodes');
    fc.assert(
      fc.property(
        fc.array(path, { minLength: 1, maxLength: 3 }),
        path,
        mode,
        path,
        (held, target, kind, probe) => {
          const scope = { whole: false, ranges: mergeRanges(held.map(subtreeRange)) };
          const ranges = rangesOf(kind as 'node', [target], '/1/');
          const granted =
            codeOf(() => checkAssignment(assignment({ ranges, held: () => scope }))) === 'allowed';
          const reached = ranges.some(({ low, high }) => probe >= low && probe < high);
          if (granted && reached) expect(held.some((own) => probe.startsWith(own))).toBe(true);
          if (!granted) expect(held.some((own) => target.startsWith(own))).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

test('a scope covers a range when it holds all of it', () => {
  expect(coversRange(unit, subtreeRange('/1/2/'))).toBe(true);
  expect(coversRange(unit, subtreeRange('/1/'))).toBe(false);
  expect(coversRange({ whole: false, ranges: [nodeRange('/1/2/')] }, subtreeRange('/1/2/'))).toBe(false);
  expect(coversRange({ whole: true, ranges: [] }, subtreeRange('/1/'))).toBe(true);
});

test.each([
  ['self', 0, true],
  ['self', 1, false],
  ['node', 1, true],
  ['node', 2, false],
  ['subtree', 0, false],
  ['subtree', 2, true],
  ['nodes', 3, true],
  ['nodes', 0, false],
] as const)('%s with %i organizations fits: %s', (mode, count, fits) => {
  const nodes = Array.from({ length: count }, (_, n) => String(n));
  expect(codeOf(() => checkScopeShape({ mode, nodes })) === 'allowed').toBe(fits);
});
