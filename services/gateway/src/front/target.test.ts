import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetOf } from './target.ts';

describe('the target of a request', () => {
  it.each([
    ['/api/archives/members?page=2', { kind: 'service', domain: 'archives', path: '/api/archives/members' }],
    ['/api/archives', { kind: 'service', domain: 'archives', path: '/api/archives' }],
    [
      '/api/archives/views/%E6%A6%95%20a',
      { kind: 'service', domain: 'archives', path: '/api/archives/views/%E6%A6%95%20a' },
    ],
    ['/', { kind: 'own', path: '/' }],
    ['/sign-in?next=//x', { kind: 'own', path: '/sign-in' }],
    ['/remotes/archives/1.0/static/js/main.1a2b3c4d.js', { kind: 'own' }],
  ])('%s is %o', (url, target) => {
    expect(targetOf(url)).toMatchObject(target);
  });

  it.each([
    '/api/identity/session%73',
    '/api/identity/%73essions',
    '/api%2Fidentity/sessions',
    '/api/identity%2fsessions',
    '/%61pi/identity/sessions',
    '/api/identity/sessions%00',
    '/api/identity/sessions%0d%0a',
    '/api//identity/sessions',
    '//api/identity/sessions',
    '/api/identity/./sessions',
    '/api/identity/%2e/sessions',
    '/api/identity/x%5c..%5csessions',
    '/api/identity/x\\sessions',
    '/api/identity/sessions%',
    '/api/identity/sessions%2',
    '/api/identity/sessions%zz',
    '/api/identity/%ff',
    '/api/identity/%c0%af',
    '/api/identity/sessions#x',
    '/api/identity/榕',
    'http://other/api/identity/sessions',
    '*',
    '',
  ])('%s is refused', (url) => {
    expect(targetOf(url)).toEqual({ kind: 'malformed' });
  });

  it('is refused in every other spelling of a path that is limited', () => {
    const path = '/api/identity/sessions';
    const spelling = fc.array(fc.boolean(), { minLength: path.length - 1, maxLength: path.length - 1 });
    const capital = fc.boolean();
    fc.assert(
      fc.property(spelling, capital, (encoded, upper) => {
        const hex = (char: string): string => {
          const code = char.charCodeAt(0).toString(16);
          return `%${upper ? code.toUpperCase() : code}`;
        };
        const spelled = `/${[...path.slice(1)].map((char, at) => (encoded[at] ? hex(char) : char)).join('')}`;
        expect(targetOf(spelled).kind).toBe(spelled === path ? 'service' : 'malformed');
      }),
    );
  });
});
