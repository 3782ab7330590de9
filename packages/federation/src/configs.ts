import { fileURLToPath } from 'node:url';
import { pluginModuleFederation } from '@module-federation/rsbuild-plugin';
import type { EnvironmentConfig, RsbuildConfig, RsbuildPlugin } from '@rsbuild/core';
import { pluginReact } from '@rsbuild/plugin-react';
import { pluginBuildFiles } from './build-files.ts';
import { pluginCompileHint } from './compile-hint.ts';
import { pluginAntdStyles } from './antd-styles.ts';
import { pluginProComponents } from './pro-components.ts';
import { expectedByRemote, folderOf, providedByShell } from './shared-modules.ts';

const runtimePlugin = fileURLToPath(new URL('./runtime-plugin.ts', import.meta.url));
const optimization = { target: 'web' as const };
const federation = { dts: false, dev: false, shareStrategy: 'loaded-first' as const };

/** Build of a domain's remote: exactly one module, `./remote`, and the shell's copy of everything shared. */
export function remoteConfig(options: { name: string; root: string }): RsbuildConfig {
  return {
    ...base(),
    plugins: [
      pluginReact({ fastRefresh: false }),
      pluginCompileHint(),
      pluginModuleFederation({
        ...federation,
        name: options.name,
        filename: 'static/js/remoteEntry.[contenthash:8].js',
        exposes: { './remote': './src/remote.tsx' },
        manifest: true,
        shared: expectedByRemote(options.root),
        experiments: { optimization, externalRuntime: true },
      }),
      pluginBuildFiles(),
    ],
    source: { entry: { remote: './src/remote.tsx' } },
    output: { ...base().output, assetPrefix: 'auto' },
    tools: {
      htmlPlugin: false,
      // The container that federation adds is the only entry.
      rspack: (config) => ({ ...config, entry: {} }),
    },
  };
}

type ShellConfig = { base: EnvironmentConfig; plugins: RsbuildPlugin[]; afterBuild: RsbuildPlugin };

/** Build of the console's page in the shell, which provides everything shared. */
export function shellConfig(options: { root: string; environment: string }): ShellConfig {
  return {
    base: { ...base(), resolve: { alias: { 'react-router-whole': wholeRouter(options.root) } } },
    plugins: [
      pluginReact({ fastRefresh: false }),
      pluginCompileHint(),
      pluginAntdStyles(),
      pluginProComponents(),
      pluginModuleFederation(
        {
          ...federation,
          name: 'shell',
          manifest: false,
          remotes: {},
          experiments: { optimization, provideExternalRuntime: true },
          shared: providedByShell(options.root),
          runtimePlugins: [runtimePlugin],
        },
        { environment: options.environment },
      ),
    ],
    afterBuild: pluginBuildFiles(),
  };
}

function base(): RsbuildConfig {
  return {
    mode: 'production',
    output: {
      target: 'web',
      sourceMap: false,
      filenameHash: 'contenthash:8',
      overrideBrowserslist: ['chrome >= 109', 'edge >= 109', 'firefox >= 115', 'safari >= 16.4'],
      legalComments: 'none',
    },
    server: { cors: { origin: 'http://localhost:8080' } },
    security: { sri: { enable: true } },
    performance: { printFileSize: false },
  };
}

/** The curated `react-router` would import itself if it asked by name. */
function wholeRouter(root: string): string {
  return `${folderOf(root, 'react-router')}/dist/production/index.mjs`;
}
