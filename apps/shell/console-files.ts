import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RsbuildPlugin } from '@rsbuild/core';

/** Writes the addresses of the console's first files, which the sign-in page fetches ahead. */
export function pluginConsoleFiles(): RsbuildPlugin {
  return {
    name: 'banyan:console-files',
    setup(api) {
      api.onAfterBuild(async () => {
        const page = await readFile(join(api.context.distPath, 'index.html'), 'utf8');
        const files = [...page.matchAll(/(?:src|href)="(\/static\/[^"]+\.(?:js|css))"/g)].map(
          ([, file]) => file,
        );
        await writeFile(join(api.context.distPath, 'console-files.json'), JSON.stringify(files));
      });
    },
  };
}
