import { fileURLToPath } from 'node:url';
import { shellConfig } from '@banyan/federation';
import { pluginConsoleFiles } from './console-files.ts';
import { defineConfig, type EnvironmentConfig, mergeRsbuildConfig } from '@rsbuild/core';

const console = shellConfig({ root: fileURLToPath(import.meta.url), environment: 'console' });

/** Two pages that share nothing: the console, and a sign-in page without federation and antd. */
export default defineConfig({
  plugins: [pluginConsoleFiles(), console.afterBuild],
  environments: {
    console: mergeRsbuildConfig<EnvironmentConfig>(console.base, {
      plugins: console.plugins,
      source: { entry: { index: './src/main.tsx' } },
      html: {
        favicon: './src/favicon.svg',
        template: './src/index.html',
        scriptLoading: 'defer',
        inject: 'head',
      },
    }),
    signIn: mergeRsbuildConfig<EnvironmentConfig>(console.base, {
      source: { entry: { 'sign-in': './src/sign-in/main.ts' } },
      html: {
        favicon: './src/favicon.svg',
        template: './src/sign-in/sign-in.html',
        scriptLoading: 'defer',
        inject: 'head',
      },
    }),
  },
});
