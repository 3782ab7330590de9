import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type SharedModule = {
  /** The package whose version stands for this module. */
  package: string;
  /** What the shell serves under this name instead of the whole package. */
  curated?: string;
  /** Comes when it is first used, in a chunk of its own. */
  lazy?: true;
  /** Remotes do not use it: what they see of it are parts of the ui-kit. */
  withinShell?: true;
};

/**
 * Everything that exists once in a page. The shell provides it, remotes never carry a copy.
 * antd and react-router are curated: sharing a whole package turns tree shaking off, and the
 * full antd alone costs 383 KB.
 */
export const sharedModules: Record<string, SharedModule> = {
  react: { package: 'react' },
  'react/': { package: 'react' },
  'react-dom': { package: 'react-dom' },
  'react-dom/': { package: 'react-dom' },
  'react-router': { package: 'react-router', curated: 'router.ts' },
  '@tanstack/react-query': { package: '@tanstack/react-query' },
  antd: { package: 'antd', curated: 'antd.ts' },
  '@ant-design/pro-components': {
    package: '@ant-design/pro-components',
    curated: 'pro-components.ts',
    lazy: true,
    withinShell: true,
  },
  dayjs: { package: 'dayjs' },
  '@banyan/ui-kit': { package: '@banyan/ui-kit' },
};

/** The shell provides each module in its own first scripts, without a second round trip, except the lazy ones. */
export function providedByShell(appFile: string) {
  const uiKit = fileURLToPath(new URL('../../ui-kit/src/', import.meta.url));
  return Object.fromEntries(
    Object.entries(sharedModules).map(([name, shared]) => [
      name,
      {
        singleton: true,
        eager: !shared.lazy,
        version: versionOf(appFile, shared.package),
        requiredVersion: false as const,
        shareKey: name,
        ...(shared.curated ? { import: uiKit + shared.curated, packageName: shared.package } : {}),
      },
    ]),
  );
}

/** A remote states what it was built against and brings no fallback. */
export function expectedByRemote(appFile: string) {
  const used = Object.entries(sharedModules).filter(([, shared]) => !shared.withinShell);
  return Object.fromEntries(
    used.map(([name, shared]) => [
      name,
      {
        singleton: true,
        import: false as const,
        requiredVersion: `^${versionOf(appFile, shared.package)}`,
      },
    ]),
  );
}

function versionOf(appFile: string, name: string): string {
  const manifest = JSON.parse(readFileSync(`${folderOf(appFile, name)}/package.json`, 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** Where an app finds a package, also one whose `exports` hide its own package.json. */
export function folderOf(appFile: string, name: string): string {
  const folders = createRequire(appFile).resolve.paths(name) ?? [];
  const found = folders
    .map((folder) => `${folder}/${name}`)
    .find((folder) => existsSync(`${folder}/package.json`));
  if (!found) throw new Error(`${name} is shared but is not a dependency of this app`);
  return found;
}
