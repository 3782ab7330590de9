import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { RsbuildPlugin } from '@rsbuild/core';

const compressible = /\.(js|css|json|svg|map)$/;
const worthIt = 1024;

/**
 * After a build: compressed copies beside each file, and `integrity.json` with the hash of each one.
 * HTML stays plain because the gateway writes the registry into it.
 */
export function pluginBuildFiles(): RsbuildPlugin {
  return {
    name: 'banyan:build-files',
    setup(api) {
      api.onAfterBuild(async () => {
        const root = api.context.distPath;
        await rm(join(root, 'mf-stats.json'), { force: true });
        const files = (await listFiles(root)).filter(
          (file) => !/\.(br|gz)$/.test(file) && !file.endsWith('integrity.json'),
        );
        const integrity: Record<string, string> = {};
        for (const file of files) integrity[relative(root, file)] = await hashOf(file);
        await writeFile(join(root, 'integrity.json'), JSON.stringify(sorted(integrity), null, 1));
        await Promise.all(files.filter((file) => compressible.test(file)).map(compress));
      });
    },
  };
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function hashOf(file: string): Promise<string> {
  return `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`;
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < worthIt) return;
  const brotli = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
