import { useEffect } from 'react';
import { useLocation } from 'react-router';

const last = new Map<string, string>();

/** Remembers the filters, sorting and page that a list was left with, for as long as the console is open. */
export function useRememberAddress(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const params = new URLSearchParams(search);
    params.delete('node');
    last.set(pathname, params.size > 0 ? `${pathname}?${params}` : pathname);
  }, [pathname, search]);
}

/** Where the menu leads: back to how the page was left, and to its plain form from the page itself. */
export function lastAddress(path: string, current: string): string {
  return path === current ? path : (last.get(path) ?? path);
}
