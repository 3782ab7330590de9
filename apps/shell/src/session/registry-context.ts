import type { Registry } from '@banyan/federation';
import { createContext } from 'react';

/** The registry that this page was built from. */
export const RegistryContext = createContext<Registry>({ remotes: [] });
