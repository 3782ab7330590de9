import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';
import { OperatorError } from '@banyan/service-kit/error';
import { normalizeIdNumber } from './id-number.ts';
import { masks, type SensitiveField } from './masks.ts';

const algorithm = 'aes-256-gcm';
const keyId = 1;
const nonceBytes = 12;
const tagBytes = 16;
const noncesAtOnce = 512;
const keptMasks = 20_000;

export interface FieldKeys {
  /** Base64 of 32 bytes each; neither is ever stored in the database. */
  readonly fieldKey: string;
  readonly indexKey: string;
}

/** What can be sealed: a field of a record, or a row of a file that is being imported, whole. */
export type SealedField = SensitiveField | 'importRow';

/** Encrypts sensitive fields at rest, and hashes them so that they can be found without being read. */
export interface Sealer {
  /** key id (1 byte) | nonce (12) | ciphertext | tag (16). Bound to the record and field: it opens nowhere else. */
  seal(memberId: string, field: SealedField, plain: string): Buffer;
  open(memberId: string, field: SealedField, sealed: Uint8Array): string;
  /** The masked value. Masks of the values last shown are kept, since opening one takes longer than all else in a row. */
  mask(memberId: string, field: SensitiveField, sealed: Uint8Array): string;
  /** 16 bytes that are equal for equal values. */
  hash(field: SensitiveField, value: string): Buffer;
  /** 8 bytes that are equal for values with the same last four characters. */
  tail(field: SensitiveField, value: string): Buffer;
}

function keyOf(base64: string, name: string): KeyObject {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new OperatorError(`${name} is not 32 bytes in base64.`);
  return createSecretKey(bytes);
}

/** Phones and ID numbers are compared without spaces, hyphens and the country's prefix. */
export function comparable(field: SensitiveField, value: string): string {
  return field === 'phone'
    ? value.replaceAll(/[^\d]/g, '').replace(/^86(?=1\d{10}$)/, '')
    : normalizeIdNumber(value);
}

export function createSealer({ fieldKey, indexKey }: FieldKeys): Sealer {
  const keys = new Map([[keyId, keyOf(fieldKey, 'FIELD_KEY')]]);
  const index = keyOf(indexKey, 'INDEX_KEY');

  function digest(purpose: string, value: string, bytes: number): Buffer {
    return createHmac('sha256', index).update(`${purpose}:${value}`).digest().subarray(0, bytes);
  }

  const kept = new Map<string, string>();

  // Asking for random bytes costs more than sealing: many nonces are drawn at once, and each is used for one value.
  let nonces = Buffer.alloc(0);
  let drawn = 0;
  function nextNonce(): Buffer {
    if (drawn === nonces.length) {
      nonces = randomFillSync(Buffer.alloc(nonceBytes * noncesAtOnce));
      drawn = 0;
    }
    drawn += nonceBytes;
    return nonces.subarray(drawn - nonceBytes, drawn);
  }

  const sealer: Sealer = {
    seal(memberId, field, plain) {
      const nonce = nextNonce();
      const cipher = createCipheriv(algorithm, keys.get(keyId) as KeyObject, nonce, {
        authTagLength: tagBytes,
      });
      cipher.setAAD(Buffer.from(`${memberId}:${field}`));
      const text = cipher.update(plain, 'utf8');
      cipher.final();
      return Buffer.concat([Buffer.of(keyId), nonce, text, cipher.getAuthTag()]);
    },
    open(memberId, field, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const key = keys.get(bytes[0] as number);
      if (key === undefined) throw new OperatorError(`No key ${bytes[0]} for ${field}.`);
      const end = bytes.length - tagBytes;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(1, 1 + nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(`${memberId}:${field}`));
      decipher.setAuthTag(bytes.subarray(end));
      const text = decipher.update(bytes.subarray(1 + nonceBytes, end), undefined, 'utf8');
      return text + decipher.final('utf8');
    },
    mask(memberId, field, sealed) {
      // Record and field are part of the key, so that a value moved elsewhere is opened, and refused.
      const key = `${memberId}:${field}:${Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).toString('latin1')}`;
      let mask = kept.get(key);
      if (mask === undefined) {
        mask = masks[field](sealer.open(memberId, field, sealed));
        if (kept.size >= keptMasks) kept.delete(kept.keys().next().value as string);
        kept.set(key, mask);
      }
      return mask;
    },
    hash: (field, value) => digest(field, comparable(field, value), 16),
    tail: (field, value) => digest(`${field}-tail`, comparable(field, value).slice(-4), 8),
  };
  return sealer;
}
