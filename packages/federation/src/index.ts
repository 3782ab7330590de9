export { remoteConfig, shellConfig } from './configs.ts';
export { pluginBuildFiles } from './build-files.ts';
export { sharedModules } from './shared-modules.ts';
export type { Registry, RegistryEntry } from './guard.ts';
