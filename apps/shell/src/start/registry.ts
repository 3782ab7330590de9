import type { Registry } from '@banyan/federation';

/** The gateway writes the registry into the page; without one (an old page, a test) it is asked for. */
export async function readRegistry(): Promise<Registry> {
  const inlined = document.getElementById('registry')?.textContent;
  if (inlined) return JSON.parse(inlined) as Registry;
  return fetchRegistry();
}

export async function fetchRegistry(): Promise<Registry> {
  const response = await fetch('/registry.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`registry: ${response.status}`);
  return (await response.json()) as Registry;
}

/** What a page was built from: another value means that something newer is published. */
export function versionsOf(registry: Registry): string {
  return registry.remotes
    .map(({ name, version }) => `${name}@${version}`)
    .sort()
    .join(' ');
}
