import { readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { limitsOf } from './limits.ts';

const documents = new URL('../openapi/', import.meta.url);
const generated = new URL('./generated/', import.meta.url);
const banner = "// Written by `npm run generate` from the service's OpenAPI document.\n";

/** Types and field limits of each domain, from the documents in `openapi/`. */
for (const file of await readdir(documents)) {
  if (!file.endsWith('.json')) continue;
  const domain = file.slice(0, -'.json'.length);
  const document = JSON.parse(await readFile(new URL(file, documents), 'utf8'));
  const types = astToString(await openapiTypescript(document));
  await writeFile(new URL(`${domain}.ts`, generated), banner + types);
  const limits = JSON.stringify(limitsOf(document), null, 2);
  await writeFile(
    new URL(`${domain}-limits.ts`, generated),
    `${banner}export const limits = ${limits} as const;\n`,
  );
}
