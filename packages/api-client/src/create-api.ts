import { createApiClient, take } from '@banyan/ui-kit';
import { type QueryKey, queryOptions } from '@tanstack/react-query';
import type { Client, FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { HttpMethod, MediaType, PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers';

type Operations<Paths> = { [Path in keyof Paths]: Record<HttpMethod, {}> };
type InitOf<Paths extends Operations<Paths>, Path extends keyof Paths> = MaybeOptionalInit<
  Paths[Path],
  'get'
>;
type Arguments<Init> = RequiredKeysOf<Init> extends never ? [init?: Init] : [init: Init];
type AnswerOf<Paths extends Operations<Paths>, Path extends keyof Paths> = Required<
  FetchResponse<Paths[Path]['get'], InitOf<Paths, Path>, MediaType>
>['data'];

/** The typed client of one domain, and options of its reads for `useQuery`, `prefetchQuery` and `setQueryData`. */
export function createApi<Paths extends {}>(domain: string) {
  type All = Paths & Operations<Paths>;
  const client: Client<Paths> = createApiClient<Paths>();
  const read = client.GET as unknown as (path: string, init: object) => Promise<{ data?: unknown }>;
  return {
    client,
    query<Path extends PathsWithMethod<Paths, 'get'>>(
      path: Path,
      ...[init]: Arguments<InitOf<All, Path & keyof All>>
    ) {
      return queryOptions({
        queryKey: keyOf(domain, path as string, init),
        queryFn: async ({ signal }) =>
          (await take(read(path as string, { ...init, signal }))) as AnswerOf<All, Path & keyof All>,
      });
    },
    /** Start of the keys of everything read from a path, or from the whole domain. */
    key(path?: PathsWithMethod<Paths, 'get'>): QueryKey {
      return path === undefined ? [domain] : [domain, path];
    },
  };
}

function keyOf(domain: string, path: string, init: unknown): QueryKey {
  const params = (init as { params?: unknown } | undefined)?.params;
  return params === undefined ? [domain, path] : [domain, path, params];
}
