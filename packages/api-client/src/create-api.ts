import { createApiClient, take } from '@banyan/ui-kit';
import { type QueryKey, queryOptions } from '@tanstack/react-query';
import type { Client, FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { MediaType } from 'openapi-typescript-helpers';

type Readable<Paths> = { [Path in keyof Paths]: Paths[Path] extends { get: {} } ? Path : never }[keyof Paths];
type Get<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Operation extends {} }
  ? Operation
  : never;
type InitOf<Paths, Path extends keyof Paths> = MaybeOptionalInit<{ get: Get<Paths, Path> }, 'get'>;
type Arguments<Init> = undefined extends Init ? [init?: Init] : [init: Init];
type AnswerOf<Paths, Path extends keyof Paths> = NonNullable<
  FetchResponse<Get<Paths, Path>, {}, MediaType>['data']
>;

/** The typed client of one domain, and options of its reads for `useQuery`, `prefetchQuery` and `setQueryData`. */
export function createApi<Paths extends {}>(domain: string) {
  const client: Client<Paths> = createApiClient<Paths>();
  const read = client.GET as unknown as (path: string, init: object) => Promise<{ data?: unknown }>;
  return {
    client,
    query<Path extends Readable<Paths>>(path: Path, ...[init]: Arguments<InitOf<Paths, Path>>) {
      return queryOptions({
        queryKey: keyOf(domain, path as string, init),
        queryFn: async ({ signal }) =>
          (await take(read(path as string, { ...init, signal }))) as AnswerOf<Paths, Path>,
      });
    },
    /** Start of the keys of everything read from a path, or from the whole domain. */
    key(path?: Readable<Paths>): QueryKey {
      return path === undefined ? [domain] : [domain, path];
    },
  };
}

function keyOf(domain: string, path: string, init: unknown): QueryKey {
  const params = (init as { params?: unknown } | undefined)?.params;
  return params === undefined ? [domain, path] : [domain, path, params];
}
