import { fileURLToPath } from 'node:url';
import { remoteConfig } from '@banyan/federation';
import { defineConfig } from '@rsbuild/core';

export default defineConfig(remoteConfig({ name: 'identity', root: fileURLToPath(import.meta.url) }));
