/**
 * A cookie that holds one opaque token: `__Host-banyan` on https, `banyan-<port>` on plain HTTP, since cookies ignore
 * ports.
 */
export interface OpaqueCookie {
  readonly name: string;
  read(header: string | undefined): string | null;
  /** The `Set-Cookie` for a service's `<opaque>;<max-age seconds>`; null for anything else. */
  write(announced: string): string | null;
}

/** `session` is who is signed in; `device` is a browser that signed in before, sent to our own pages alone. */
export type CookieUse = 'session' | 'device';

const opaque = /^[A-Za-z0-9_-]{16,200}$/;

export function createOpaqueCookie(publicOrigin: URL, use: CookieUse = 'session'): OpaqueCookie {
  const secure = publicOrigin.protocol === 'https:';
  const label = use === 'session' ? 'banyan' : 'banyan-device';
  const name = secure ? `__Host-${label}` : `${label}-${publicOrigin.port || '80'}`;
  const start = `${name}=`;
  const sameSite = use === 'session' ? 'Lax' : 'Strict';
  const attributes = `; Path=/; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;

  function read(header: string | undefined): string | null {
    if (header === undefined) return null;
    for (let from = header.indexOf(start); from !== -1; from = header.indexOf(start, from + 1)) {
      const before = from === 0 ? ';' : header[from - 1];
      if (before !== ';' && before !== ' ') continue;
      const end = header.indexOf(';', from);
      const value = header.slice(from + start.length, end === -1 ? header.length : end).trim();
      return opaque.test(value) ? value : null;
    }
    return null;
  }

  function write(announced: string): string | null {
    const [value = '', maxAge = ''] = announced.split(';');
    const seconds = Number(maxAge);
    if (value === '') return `${start}; Max-Age=0${attributes}`;
    if (!opaque.test(value) || !Number.isInteger(seconds) || seconds <= 0) return null;
    return `${start}${value}; Max-Age=${seconds}${attributes}`;
  }

  return { name, read, write };
}
