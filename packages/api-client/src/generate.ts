import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { limitsOf } from './limits.ts';

const services = new URL('../../../services/', import.meta.url);
const documents = new URL('../openapi/', import.meta.url);
const generated = new URL('./generated/', import.meta.url);
const banner = "// Written by `npm run generate` from the service's OpenAPI document.\n";

/** Each service's routes → its OpenAPI document → types, and limits of fields for forms. */
for (const domain of await readdir(services)) {
  const source = new URL(`${domain}/src/openapi.ts`, services);
  if (!existsSync(source)) continue;
  const { openApiDocument } = (await import(source.href)) as { openApiDocument: () => object };
  const document = JSON.stringify(openApiDocument(), null, 2);
  await writeFile(new URL(`${domain}.json`, documents), `${document}\n`);
  await writeTypes(domain);
}

async function writeTypes(domain: string): Promise<void> {
  const document = JSON.parse(await readFile(new URL(`${domain}.json`, documents), 'utf8'));
  const types = astToString(await openapiTypescript(document));
  await writeFile(new URL(`${domain}.ts`, generated), banner + types);
  const limits = JSON.stringify(limitsOf(document), null, 2);
  await writeFile(
    new URL(`${domain}-limits.ts`, generated),
    `${banner}export const limits = ${limits} as const;\n`,
  );
}
