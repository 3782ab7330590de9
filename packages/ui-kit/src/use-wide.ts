import { useSyncExternalStore } from 'react';

/** From here on a record opens beside its list. */
export const wide = '(min-width: 1280px)';
/** Below this rows become cards and the sidebar a drawer. */
export const narrow = '(max-width: 767px)';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
