import { createApi } from './create-api.ts';
import type { components, paths } from './generated/archives.ts';

export const archives = createApi<paths>('archives');
export type ArchivesSchemas = components['schemas'];
