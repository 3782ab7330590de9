import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secret } from '@banyan/service-kit/config';
import { z } from 'zod';

export const linkMinutes = 5;

const linkSchema = z.object({
  file: z.uuid(),
  /** The session that asked for it, and the only one that it opens in. */
  session: z.string().min(1),
  as: z.enum(['view', 'download']),
  /** Milliseconds since 1970. */
  until: z.number().int(),
});
/** Which file in which session, until when. */
export type FileLink = z.infer<typeof linkSchema>;

const [nonceBytes, tagBytes] = [12, 16];

function keyOf(secret: Secret): Buffer {
  return Buffer.from(hkdfSync('sha256', secret.reveal(), '', 'banyan archives file link', 32));
}

/** Sealed rather than signed: an address ends up in histories and logs, where it shall say nothing. */
export function sealLink(secret: Secret, link: FileLink): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(link)), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url');
}

/** Null for anything that this installation has not sealed. */
export function openLink(secret: Secret, token: string): FileLink | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= nonceBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return linkSchema.parse(JSON.parse(text.toString()));
  } catch {
    return null;
  }
}
