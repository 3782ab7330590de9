import { use } from 'react';

type ProParts = typeof import('./pro-parts-loaded.ts');

let loaded: ProParts | undefined;
let loading: Promise<ProParts> | undefined;

/** Fetches what is built on pro-components; asked again it costs nothing. */
export function loadProParts(): Promise<ProParts> {
  loading ??= import('./pro-parts-loaded.ts').then(
    (parts) => (loaded = parts),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Suspends until they have come, and only then: what was fetched ahead is drawn at once. */
export function useProParts(): ProParts {
  return loaded ?? use(loadProParts());
}
