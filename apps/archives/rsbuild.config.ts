import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { remoteConfig } from '@banyan/federation';
import { defineConfig, mergeRsbuildConfig } from '@rsbuild/core';

const pdfjs = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/** Without these tables a PDF whose Chinese fonts are not embedded shows blanks. */
const chineseTables = {
  context: join(pdfjs, 'cmaps'),
  from: '{Adobe-GB1-,GB,UniGB}*.bcmap',
  to: 'static/cmaps/',
};

export default defineConfig(
  mergeRsbuildConfig(remoteConfig({ name: 'archives', root: fileURLToPath(import.meta.url) }), {
    output: { copy: [chineseTables] },
  }),
);
