import { describe, expect, it } from 'vitest';
import { createOpaqueCookie } from './opaque-cookie.ts';

const session = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde';

describe('the cookie of a session', () => {
  it('is bound to the host and secure on https, and to the port on plain HTTP', () => {
    const secure = createOpaqueCookie(new URL('https://console.example'));
    expect(secure.write(`${session};60`)).toBe(
      `__Host-banyan=${session}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
    const plain = createOpaqueCookie(new URL('http://localhost:8080'));
    expect(plain.write(`${session};60`)).toBe(
      `banyan-8080=${session}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax`,
    );
    expect(plain.write(';0')).toContain('Max-Age=0');
  });

  it('of a device is one of its own, which other sites never send along', () => {
    const device = createOpaqueCookie(new URL('https://console.example'), 'device');
    expect(device.write(`${session};60`)).toBe(
      `__Host-banyan-device=${session}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
    const plain = createOpaqueCookie(new URL('http://localhost:8080'), 'device');
    expect(plain.read(`banyan-8080=${'s'.repeat(43)}; banyan-device-8080=${session}`)).toBe(session);
    expect(plain.read(`banyan-8080=${session}`)).toBeNull();
  });

  it('is not written for what identity cannot have meant', () => {
    const cookie = createOpaqueCookie(new URL('http://localhost:8080'));
    for (const announced of [
      `${session}`,
      `${session};-1`,
      `${session};x`,
      `a b;60`,
      `${session}\r\nx: y;60`,
    ])
      expect(cookie.write(announced), announced).toBeNull();
  });

  it.each([
    [`banyan-8080=${session}`, session],
    [`a=b; banyan-8080=${session}; c=d`, session],
    [`banyan-80801=x; banyan-8080=${session}`, session],
    [`xbanyan-8080=${session}`, null],
    [`a="banyan-8080=${session}"`, null],
    [`banyan-8080=short`, null],
    [`banyan-8080=`, null],
    [`banyan-9090=${session}`, null],
    [undefined, null],
  ])('is found in %s', (header, found) => {
    expect(createOpaqueCookie(new URL('http://localhost:8080')).read(header)).toBe(found);
  });
});
