export { remoteConfig, shellConfig } from './configs.ts';
export { pluginBuildFiles } from './build-files.ts';
export { sharedModules } from './shared.ts';
export type { Registry, RegistryEntry } from './guard.ts';
