import { createApi } from './create-api.ts';
import type { components, paths } from './generated/archives.ts';

export const archives = createApi<paths>('archives');
export type ArchivesSchemas = components['schemas'];
export { limits as archivesLimits } from './generated/archives-limits.ts';
