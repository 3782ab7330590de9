import { ownPath } from '@banyan/ui-kit/own-path';

type Registry = { remotes: { entry: string; integrity: Record<string, string> }[] };

/** Fetches what the console needs into the browser's cache while somebody types. */
export async function warmConsole(): Promise<void> {
  const [files, registry] = await Promise.all([
    read<string[]>('/console-files.json'),
    read<Registry>('/registry.json'),
  ]);
  const remoteFiles = registry.remotes.flatMap(({ entry, integrity }) =>
    Object.keys(integrity).map((file) => new URL(file, new URL(entry, location.href)).pathname),
  );
  for (const file of [...files, ...remoteFiles]) if (ownPath(file, location.origin) !== null) prefetch(file);
}

async function read<Content>(path: string): Promise<Content> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Content;
}

function prefetch(href: string): void {
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = href;
  if (href.endsWith('.js')) link.as = 'script';
  else if (href.endsWith('.css')) link.as = 'style';
  else link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  document.head.append(link);
}
