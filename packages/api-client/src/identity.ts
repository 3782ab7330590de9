import { createApi } from './create-api.ts';
import type { components, paths } from './generated/identity.ts';

export const identity = createApi<paths>('identity');
export type IdentitySchemas = components['schemas'];
export { limits as identityLimits } from './generated/identity-limits.ts';
