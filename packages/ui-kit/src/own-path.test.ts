import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath, singleSlashed } from './own-path.ts';

const origin = 'https://console.example';

/** Pieces that browsers treat in a way of their own, between any text. */
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '\\',
    '/.',
    '/..',
    '.',
    '@',
    ':',
    '?',
    '#',
    '%09',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '\r',
  ),
  fc.constantFrom('evil.example', 'console.example', 'javascript:', 'data:', 'https:', 'user:secret@'),
  fc.constantFrom('／', '＼', '。', '．', '\u0000', '\u00a0', '\u200b', '\ufeff', ' '),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const address = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('a path that was given from outside', () => {
  it('leads nowhere but to the own origin, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          address.map((rest) => `/${rest}`),
          fc.webUrl(),
        ),
        (given) => {
          const path = ownPath(given, origin);
          if (path === null) return;
          expect(path).toMatch(/^\/(?!\/)/);
          expect(new URL(path, origin).origin).toBe(origin);
          // What is followed is what was judged: reading it once more changes nothing.
          expect(ownPath(path, origin)).toBe(path);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('is kept with its query and hash', () => {
    const given = '/archives/members?q=李&node=1#x';
    expect(ownPath(given, origin)).toBe('/archives/members?q=%E6%9D%8E&node=1#x');
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const asked = `/archives/members?q=${query}`;
        expect(ownPath(asked, origin)).toBe(new URL(asked, origin).href.slice(origin.length));
      }),
    );
  });

  it('with slashes in front has one afterwards, and the rest as it was', () => {
    expect(singleSlashed('//evil.example/x//y')).toBe('/evil.example/x//y');
    expect(singleSlashed('/archives//x')).toBe('/archives//x');
  });
});
