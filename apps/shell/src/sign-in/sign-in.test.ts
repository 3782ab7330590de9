import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPath } from './options.ts';
import { type Refusal, refusalText } from './refusal.ts';
import { texts } from './texts.ts';
import { mustWait, remainingText, waitsUntil } from './wait.ts';

const now = new Date('2026-11-23T09:00:00');
const say = (refusal: Partial<Refusal>) =>
  refusalText(
    { status: 401, code: '', requestId: 'r1', retryAfterSeconds: 0, at: now, ...refusal },
    texts['zh-CN'],
    'zh-CN',
  );

describe('after signing in', () => {
  it('the way leads back to where somebody wanted to go', () => {
    expect(nextPath('?next=%2Farchives%2Fmembers%3Fq%3D1')).toBe('/archives/members?q=1');
    expect(nextPath('')).toBe('/');
  });

  it.each([
    ...['//evil.example', '/\\evil.example', '\\\\evil.example', '///evil.example', '/\\/evil.example'],
    ...['/\t/evil.example', '/\n/evil.example', '/\r\n/evil.example', '\t//evil.example', '/\0/evil.example'],
    ...[
      '/.//evil.example',
      '/..//evil.example',
      '/%2e//evil.example',
      '/x/..//evil.example',
      '/./\\evil.example',
    ],
    ...[
      'https://evil.example',
      'https:evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      ' //evil.example',
    ],
    ...[
      '//user:secret@evil.example',
      '//localhost@evil.example',
      '／／evil.example',
      `/${'x'.repeat(5_000)}`,
    ],
  ])('never to %j', (next) => {
    expect(nextPath(`?next=${encodeURIComponent(next)}`)).toBe('/');
  });

  it('as they are sent in an address, with the browser reading them', () => {
    for (const next of [
      '/%09/evil.example/x',
      '/%0a/evil.example',
      '/%0d%0a/evil.example',
      '/%5Cevil.example',
    ])
      expect(nextPath(`?next=${next}`)).toBe('/');
  });

  it('nowhere but to the own origin, whatever was asked for', () => {
    const pieces = fc.constantFrom(
      ...[
        '/',
        '\\',
        '/.',
        '/..',
        '%2e',
        '\t',
        '\n',
        ':',
        '@',
        '?',
        '#',
        ' ',
        '／',
        'evil.example',
        'javascript:',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 }), (rest) => {
        const path = nextPath(`?next=${encodeURIComponent(`/${rest.join('')}`)}`);
        expect(new URL(path, location.origin).origin).toBe(location.origin);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('each way to fail has its own words', () => {
  it.each([
    ['a wrong password', { code: 'session.credentials-wrong' }, '账号或密码不对'],
    ['a locked account', { code: 'session.account-locked', retryAfterSeconds: 600 }, '09:10'],
    ['a delayed attempt', { code: 'session.sign-in-delayed', retryAfterSeconds: 8 }, '请等 8 秒后再试'],
    ['a long delay', { code: 'session.sign-in-delayed', retryAfterSeconds: 512 }, '请等 9 分钟后再试'],
    ['a disabled account', { code: 'session.account-disabled' }, '停用'],
    ['too many attempts', { status: 429, retryAfterSeconds: 40 }, '40 秒'],
    ['a service that is down', { status: 503 }, '暂时不可用'],
    ['a lost network', { status: 0 }, '网络连接中断'],
    ['anything else', { status: 500 }, 'r1'],
  ])('%s', (_name, refusal, words) => {
    expect(say(refusal)).toContain(words);
  });
});

describe('a wait', () => {
  const refusal = (code: string, retryAfterSeconds: number): Refusal => ({
    status: 401,
    code,
    requestId: 'r1',
    retryAfterSeconds,
    at: now,
  });

  it.each([
    [0, '还需等待 1:05'],
    [64_100, '还需等待 0:01'],
    [65_000, ''],
  ])('of 65 seconds is shown %i ms later as "%s"', (laterMs, shown) => {
    const until = waitsUntil(refusal('session.sign-in-delayed', 65)) ?? 0;
    expect(remainingText(until, now.getTime() + laterMs, texts['zh-CN'])).toBe(shown);
  });

  it('holds the form back where coming too early counts, and not where somebody may lift a lock', () => {
    expect(mustWait(refusal('session.sign-in-delayed', 8))).toBe(true);
    expect(mustWait(refusal('session.account-locked', 900))).toBe(false);
    expect(waitsUntil(refusal('session.account-locked', 900))).toBe(now.getTime() + 900_000);
    expect(waitsUntil(refusal('session.credentials-wrong', 0))).toBeNull();
  });
});
