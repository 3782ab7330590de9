import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './sources.ts';

const domains = ['identity', 'archives'];

describe('contracts with the console', () => {
  it.each(domains)('the OpenAPI document of %s is the one its routes make', async (domain) => {
    const { openApiDocument } = (await import(join(root, `services/${domain}/src/openapi.ts`))) as {
      openApiDocument: () => unknown;
    };
    const path = `packages/api-client/openapi/${domain}.json`;
    expect(existsSync(join(root, path)), `${path} is missing: npm run generate`).toBe(true);
    expect(JSON.parse(read(path)), 'stale: npm run generate').toEqual(
      JSON.parse(JSON.stringify(openApiDocument())),
    );
  });
});
