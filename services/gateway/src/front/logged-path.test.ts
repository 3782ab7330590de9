import { expect, it } from 'vitest';
import { loggedPath } from './logged-path.ts';

it.each([
  ['/', '/'],
  ['/archives/members', '/archives/members'],
  [
    '/archives/members/019a0000-0000-7000-8000-000000000001/history',
    '/archives/members/019a0000-0000-7000-8000-000000000001/history',
  ],
  ['/remotes/archives/1f0c9a2b/static/js/main.1a2b3c4d.js', '/remotes/archives/…/static/js/main.1a2b3c4d.js'],
  ['/invitation/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde', '/invitation/…'],
  ['/archives/files/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', '/archives/files/…'],
  ['/archives/members/%E5%BC%A0%E4%B8%89', '/archives/members/…'],
  ['/archives/members/110101199003074514', '/archives/members/…'],
  ['/archives/members/13800138000', '/archives/members/…'],
  ['/archives/members/a1b2c3d4e5f6', '/archives/members/…'],
])('%s is logged as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});
