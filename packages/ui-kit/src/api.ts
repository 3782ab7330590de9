import createClient, { type Client } from 'openapi-fetch';
import { consoleFetch } from './console-fetch.ts';

/** A typed client for one domain's OpenAPI paths; refusals are thrown as `Problem`. */
export function createApiClient<Paths extends {}>(): Client<Paths> {
  return createClient<Paths>({ baseUrl: location.origin, fetch: consoleFetch, credentials: 'same-origin' });
}

/** The body of a call that `consoleFetch` let through. */
export async function take<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  return data as Data;
}

/** One page of any list. */
export type Page<Row> = { items: Row[]; total: number; totalIsExact?: boolean };
