/** The opaque session cookie: `__Host-banyan` on https, `banyan-<port>` on plain HTTP, since cookies ignore ports. */
export interface SessionCookie {
  readonly name: string;
  read(header: string | undefined): string | null;
  /** The `Set-Cookie` for identity's `x-banyan-session: <opaque>;<max-age seconds>`; null for anything else. */
  write(announced: string): string | null;
}

const opaque = /^[A-Za-z0-9_-]{16,200}$/;

export function createSessionCookie(publicOrigin: URL): SessionCookie {
  const secure = publicOrigin.protocol === 'https:';
  const name = secure ? '__Host-banyan' : `banyan-${publicOrigin.port || '80'}`;
  const start = `${name}=`;
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

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
