import { use } from 'react';

type ProParts = typeof import('./pro-parts-loaded.ts');

let loading: Promise<ProParts> | undefined;

/** Fetches what is built on pro-components; asked again it costs nothing. */
export function loadProParts(): Promise<ProParts> {
  loading ??= fetchProParts();
  return loading;
}

/** Suspends until they have come, and only then: what was fetched ahead is drawn at once. */
export function useProParts(): ProParts {
  return use(loadProParts());
}

function fetchProParts(): Promise<ProParts> {
  const promise = import('./pro-parts-loaded.ts');
  promise.then(
    // React reads these before it waits: no flash of a placeholder for what is already here.
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => (loading = undefined),
  );
  return promise;
}
