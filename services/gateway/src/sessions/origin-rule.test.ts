import { describe, expect, it } from 'vitest';
import { changesSomething, createOriginRule } from './origin-rule.ts';

const cases: [string, Record<string, string>, string | null][] = [
  ['our own origin', { origin: 'https://console.example' }, null],
  ['our own origin and the header', { origin: 'https://console.example', 'x-banyan-client': 'cli' }, null],
  ['a program with the header', { 'x-banyan-client': 'cli' }, null],
  ['a program without it', {}, 'gateway.origin-required'],
  ['another site', { origin: 'https://evil.example' }, 'gateway.foreign-origin'],
  [
    'another site that sends the header',
    { origin: 'https://evil.example', 'x-banyan-client': 'cli' },
    'gateway.foreign-origin',
  ],
  ['an opaque origin', { origin: 'null' }, 'gateway.foreign-origin'],
  ['an empty origin', { origin: '' }, 'gateway.foreign-origin'],
  ['another scheme', { origin: 'http://console.example' }, 'gateway.foreign-origin'],
  ['another port', { origin: 'https://console.example:8443' }, 'gateway.foreign-origin'],
  ['a longer name', { origin: 'https://console.example.evil.example' }, 'gateway.foreign-origin'],
  ['loopback, which is not ours here', { origin: 'http://localhost:8080' }, 'gateway.foreign-origin'],
  [
    'a browser of another site without an origin',
    { 'sec-fetch-site': 'cross-site', 'x-banyan-client': 'x' },
    'gateway.foreign-origin',
  ],
];

describe('a change from', () => {
  const rule = createOriginRule(new URL('https://console.example'));
  it.each(cases)('%s', (_name, headers, code) => {
    expect(rule('POST', headers)?.code ?? null).toBe(code);
    if (code !== null) expect(rule('POST', headers)?.status).toBe(403);
  });
});

describe('a read', () => {
  const rule = createOriginRule(new URL('https://console.example'));
  it.each([
    [{}, null],
    [{ 'sec-fetch-site': 'same-origin' }, null],
    // Typed into the address bar.
    [{ 'sec-fetch-site': 'none' }, null],
    [{ 'sec-fetch-site': 'cross-site' }, 'gateway.foreign-origin'],
    [{ 'sec-fetch-site': 'same-site' }, 'gateway.foreign-origin'],
    [{ 'sec-fetch-site': 'cross-site', 'x-banyan-client': 'x' }, 'gateway.foreign-origin'],
  ])('with %o is answered with %s', (headers, code) => {
    for (const method of ['GET', 'HEAD']) expect(rule(method, headers)?.code ?? null).toBe(code);
  });
});

it('takes every name of loopback with the same port as its own', () => {
  const rule = createOriginRule(new URL('http://localhost:8080'));
  for (const origin of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])
    expect(rule('POST', { origin })).toBeNull();
  expect(rule('POST', { origin: 'http://localhost:8081' })).not.toBeNull();
});

it('asks for an origin of changes only', () => {
  expect(['GET', 'HEAD', 'OPTIONS'].map(changesSomething)).toEqual([false, false, false]);
  expect(['POST', 'PUT', 'PATCH', 'DELETE'].every(changesSomething)).toBe(true);
});
