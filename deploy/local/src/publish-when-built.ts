import { existsSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { placeRemote } from './build-console.ts';
import { inCheckout } from './paths.ts';
import { publishRemotes } from './publish-remotes.ts';
import type { RunningServices } from './running-mesh.ts';
import { say } from './terminal.ts';

/** `integrity.json` is the last file that a build writes. */
function builtAt(name: string): number {
  const file = inCheckout('apps', name, 'dist/integrity.json');
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/** Publishes each new build of a remote to the running mesh, until the signal. */
export async function publishWhenBuilt(
  name: string,
  running: RunningServices,
  signal: AbortSignal,
): Promise<void> {
  let published = builtAt(name);
  while (!signal.aborted) {
    await delay(300);
    const latest = builtAt(name);
    // Compressed copies follow the list of hashes: wait until nothing has been written for a moment.
    if (latest === 0 || latest === published || Date.now() - latest < 1000) continue;
    published = latest;
    const version = placeRemote(name, inCheckout('apps', name, 'dist'), running.remotesDirectory);
    await publishRemotes(running.environments.gateway ?? {});
    say(`Remote ${name} is published as ${version}; reload the page`);
  }
}
