import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { remoteConfig } from '@banyan/federation';
import { defineConfig, mergeRsbuildConfig } from '@rsbuild/core';

const pdfjs = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/** As it comes: a worker that is bundled would look for the runtime of federation, which only the page has. */
const pdfWorker = {
  from: join(pdfjs, 'build/pdf.worker.min.mjs'),
  to: 'static/pdf/worker.js',
  info: { minimized: true },
};

/** What scanners write (fax, JBIG2, JPEG 2000); as scripts, since the content security policy lets no WebAssembly in. */
const decoders = {
  context: join(pdfjs, 'wasm'),
  from: '*_nowasm_fallback.js',
  to: 'static/pdf/',
  info: { minimized: true },
};

/** Without these tables a PDF whose Chinese fonts are not embedded shows blanks. */
const chineseTables = {
  context: join(pdfjs, 'cmaps'),
  from: '{Adobe-GB1-,GB,UniGB}*.bcmap',
  to: 'static/pdf/',
};

export default defineConfig(
  mergeRsbuildConfig(remoteConfig({ name: 'archives', root: fileURLToPath(import.meta.url) }), {
    output: { copy: [pdfWorker, decoders, chineseTables] },
  }),
);
