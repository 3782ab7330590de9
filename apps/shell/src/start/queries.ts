import { Problem } from '@banyan/ui-kit';
import { QueryClient } from '@tanstack/react-query';

/** The one cache of everything read, for the shell and every remote. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
    mutations: { networkMode: 'always' },
  },
});
