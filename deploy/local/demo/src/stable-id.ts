import { hash } from 'node:crypto';

/** Ids carry this day whatever the day of loading, so that links to the demonstration group keep. */
const epochMs = Date.UTC(2025, 7, 1);

/** An id of the shape of uuidv7, rising with `index` and the same on every machine. */
export function stableId(seed: string, kind: string, index: number): string {
  const time = (epochMs + index).toString(16).padStart(12, '0');
  const noise = hash('sha256', `${seed}/${kind}/${index}`);
  const variant = '89ab'.charAt(Number.parseInt(noise.charAt(3), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}
