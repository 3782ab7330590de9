import type { LocaleId, LocalText } from '@banyan/ui-kit';
import type { Remote } from '@banyan/ui-kit/remote';

const key = 'banyan.remote-names';

/** What a remote is called when it cannot be loaded to say so itself: the first entry of its last menu. */
export function nameOfRemote(name: string, locale: LocaleId): string {
  return read()[name]?.[locale] ?? name;
}

export function rememberName({ id, menu }: Remote): void {
  const label = menu[0]?.label;
  if (label) localStorage.setItem(key, JSON.stringify({ ...read(), [id]: label }));
}

function read(): Record<string, LocalText> {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? '{}') ?? {}) as Record<string, LocalText>;
  } catch {
    return {};
  }
}
