import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only their hash is stored. */
export function newOpaqueToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: opaqueHash(token) };
}

export function opaqueHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
