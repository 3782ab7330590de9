import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { AppError } from './error.ts';
import type { Scope } from './scope.ts';

/** `fingerprint` is a hash of route and body: one key names one request. */
export interface IdempotencyKey {
  readonly key: string;
  readonly fingerprint: string;
}

export function idempotencyKey(key: string | undefined, route: string, body: unknown): IdempotencyKey | null {
  if (key === undefined) return null;
  if (key.length > 200) {
    throw new AppError(
      'invalid',
      'idempotency.key-too-long',
      'The Idempotency-Key is longer than 200 characters.',
    );
  }
  return {
    key,
    fingerprint: createHash('sha256').update(route).update('\n').update(JSON.stringify(body)).digest('hex'),
  };
}

/** Returns the answer kept for this key, or claims the key. A twin still under way is waited for by the primary key. */
export async function claimKey(
  sql: Sql,
  scope: Scope,
  { key, fingerprint }: IdempotencyKey,
): Promise<unknown> {
  const accountId = scope.actor.accountId;
  const claimed = await sql`
    insert into idempotency_keys (account_id, key, fingerprint) values (${accountId}, ${key}, ${fingerprint})
    on conflict do nothing returning key`;
  if (claimed.length > 0) return undefined;
  const [kept] = await sql<{ fingerprint: string; response: unknown }[]>`
    select fingerprint, response from idempotency_keys where account_id = ${accountId} and key = ${key}`;
  if (kept?.fingerprint !== fingerprint) {
    throw new AppError(
      'conflict',
      'idempotency.key-reused',
      'This Idempotency-Key was used for another request.',
    );
  }
  return kept.response;
}

export async function keepResponse(
  sql: Sql,
  scope: Scope,
  { key }: IdempotencyKey,
  response: unknown,
): Promise<void> {
  await sql`
    update idempotency_keys set response = ${JSON.stringify(response)}::jsonb
    where account_id = ${scope.actor.accountId} and key = ${key}`;
}
