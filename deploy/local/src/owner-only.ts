import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What the launcher writes down is for whoever started it: names, ports and secrets of an organization. */
export const ownerOnly = 0o600;

/** Makes a folder, or takes one over from an earlier run, that nobody else can enter; files in it likewise. */
export function keepFolderToOwner(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) chmodSync(path.join(folder, entry.name), ownerOnly);
}
