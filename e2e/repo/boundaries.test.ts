import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, read, trackedFiles } from './sources.ts';

const modules = trackedFiles().filter((path) => /\.(ts|tsx|mts)$/.test(path) && !path.endsWith('.d.ts'));
/** Tests, and the folders `test` and `testing` of what only tests use. */
const ofTests = /\.test\.tsx?$|\/test(ing)?\/|^e2e\//;
const product = modules.filter((path) => !ofTests.test(path));

interface Edge {
  readonly from: string;
  /** Path from the root for relative imports, the specifier for others. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function edges(paths: readonly string[]): Edge[] {
  return paths.flatMap((from) =>
    importsOf(read(from)).map(({ specifier, typeOnly }) => ({
      from,
      to: specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier,
      typeOnly,
    })),
  );
}

const unit = (path: string): string => path.split('/').slice(0, 2).join('/');
const shown = (found: readonly Edge[]): string[] => found.map(({ from, to }) => `${from} → ${to}`);

describe('boundaries', () => {
  const all = edges(product);

  it('no package, service or app reaches into another one by a relative path', () => {
    const crossing = all.filter(
      ({ from, to }) =>
        /^(apps|services|packages)\//.test(from) &&
        /^(apps|services|packages|deploy|e2e)\//.test(to) &&
        unit(from) !== unit(to),
    );
    expect(shown(crossing)).toEqual([]);
  });

  it('no service imports another service, and nobody imports a service or an app by name', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        /^@banyan\/[a-z]+-(service|app)\b/.test(to) &&
        !from.startsWith('deploy/') &&
        !to.startsWith(`@banyan/${from.split('/')[1]}-`),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('contracts import zod and their own files only', () => {
    const wrong = edges(
      modules.filter((path) => path.startsWith('packages/contracts/src/') && !path.includes('.test.')),
    ).filter(({ to }) => to !== 'zod' && !to.startsWith('packages/contracts/src/'));
    expect(shown(wrong)).toEqual([]);
  });

  it('service-kit knows no domain but the owner of tree and access', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        from.startsWith('packages/service-kit/src/') &&
        /^@banyan\/contracts\/(?!identity\/)[a-z-]+\//.test(to),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('services reach their data through a Scope: only service-kit opens connections', () => {
    const wrong = all.filter(
      ({ from, to, typeOnly }) =>
        from.startsWith('services/') &&
        !from.startsWith('services/gateway/') &&
        !typeOnly &&
        (to === 'postgres' || to === 'drizzle-orm/postgres-js'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('the console takes no code of services, and services none of the console', () => {
    const console = all.filter(
      ({ from, to }) => from.startsWith('apps/') && /^@banyan\/(service-kit|test-kit)/.test(to),
    );
    const services = all.filter(
      ({ from, to }) =>
        from.startsWith('services/') && /^@banyan\/(ui-kit|federation|api-client)|^(react|antd)/.test(to),
    );
    expect(shown([...console, ...services])).toEqual([]);
  });

  it('remotes take pro-components through ui-kit alone', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        from.startsWith('apps/') &&
        !from.startsWith('apps/shell/') &&
        to.startsWith('@ant-design/pro-components'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('nothing of the tests is used by the product', () => {
    const wrong = all.filter(
      ({ from, to }) => to.startsWith('@banyan/test-kit') && !from.startsWith('packages/test-kit/'),
    );
    expect(shown(wrong)).toEqual([]);
  });
});

describe('names', () => {
  it('no drawer: a folder or file says what is inside', () => {
    const drawers = trackedFiles().filter((path) =>
      /(^|\/)(utils?|helpers?|common|shared|lib|core|misc)(\/|\.tsx?$)/.test(path),
    );
    expect(drawers).toEqual([]);
  });

  it('files are kebab-case, and PascalCase where they export a component', () => {
    const odd = modules
      .filter((path) => /^(apps|services|packages|deploy|e2e)\//.test(path))
      .filter((path) => {
        const name = (path.split('/').at(-1) as string)
          .replace(/\.(test|spec|config|d)(?=\.)/g, '')
          .replace(/\.(tsx?|mts)$/, '');
        return (
          !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) &&
          !(path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(name))
        );
      });
    expect(odd).toEqual([]);
  });

  it('versions of dependencies stand in the catalog', () => {
    const loose = trackedFiles()
      .filter((path) => path.endsWith('package.json') && path !== 'package.json')
      .flatMap((path) => {
        const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path)) as Record<
          string,
          Record<string, string>
        >;
        return Object.entries({ ...dependencies, ...devDependencies })
          .filter(([, version]) => !version.startsWith('catalog:') && !version.startsWith('workspace:'))
          .map(([name, version]) => `${path}: ${name} ${version}`);
      });
    // openapi-typescript needs the compiler API of TypeScript 5, which stays inside api-client.
    expect(loose.filter((line) => !line.startsWith('packages/api-client/package.json: typescript '))).toEqual(
      [],
    );
  });
});
