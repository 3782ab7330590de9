import type { WriteTransaction } from '@banyan/service-kit/database';
import type { PendingQuery, Row, Sql } from 'postgres';
import { newOpaqueToken, opaqueHash } from './opaque-token.ts';

/** A browser that keeps a token: an account that was signed in to with it knows it again. */
export interface Device {
  readonly token: string;
  readonly hash: Buffer;
}

export const devicesPerAccount = 10;
const daysUnused = 180;
export const deviceMaxAgeSeconds = daysUnused * 86_400;

const form = /^[\w-]{43}$/;

/** The device of a request; null without one, and for what no token looks like. */
export function presentedDevice(token: string | undefined): Device | null {
  return token !== undefined && form.test(token) ? { token, hash: opaqueHash(token) } : null;
}

export function newDevice(): Device {
  return newOpaqueToken();
}

/** Before it a device was last used too long ago to be known. */
export function oldestUse(now: Date): string {
  return new Date(now.getTime() - deviceMaxAgeSeconds * 1_000).toISOString();
}

/** True when account `a` knows the device. */
export function knowsDevice(sql: Sql, device: Device | null, now: Date): PendingQuery<Row[]> {
  return device === null
    ? sql`false`
    : sql`exists (select from known_devices d
        where d.account_id = a.id and d.hash = ${device.hash} and d.last_used_at > ${oldestUse(now)})`;
}

/** Of more than ten the one that was unused for longest is forgotten. */
export async function rememberDevice(
  { sql }: WriteTransaction,
  accountId: string,
  { hash }: Device,
  { now, userAgent }: { readonly now: Date; readonly userAgent: string | null },
): Promise<void> {
  const at = now.toISOString();
  await sql`
    insert into known_devices (account_id, hash, created_at, last_used_at, user_agent)
    values (${accountId}, ${hash}, ${at}, ${at}, ${userAgent})
    on conflict (account_id, hash) do update set last_used_at = excluded.last_used_at, user_agent = excluded.user_agent`;
  await sql`
    delete from known_devices where account_id = ${accountId} and hash in (
      select hash from known_devices where account_id = ${accountId}
      order by hash = ${hash} desc, last_used_at desc, created_at desc offset ${devicesPerAccount})`;
}

export async function forgetDevices({ sql }: WriteTransaction, accountId: string): Promise<void> {
  await sql`delete from known_devices where account_id = ${accountId}`;
}
