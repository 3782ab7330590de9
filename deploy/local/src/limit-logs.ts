import { chmodSync, copyFileSync, existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { ownerOnly } from './owner-only.ts';

const largestBytes = 32 * 1024 * 1024;

/** Empties logs that have grown large, keeping one predecessor. Processes write in append mode and go on undisturbed. */
export function limitLogs(folder: string, largest = largestBytes): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.log'))) {
    const file = path.join(folder, name);
    if (statSync(file).size <= largest) continue;
    copyFileSync(file, `${file}.previous`);
    chmodSync(`${file}.previous`, ownerOnly);
    truncateSync(file);
  }
}
