import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';

export interface Secrets {
  serviceSecret: string;
  /** ES256 private key, a JWK as JSON. */
  tokenPrivateKey: string;
  /** 32 bytes, base64. */
  fieldKey: string;
  /** 32 bytes, base64. */
  indexKey: string;
  /** Password per PostgreSQL role, safe inside URLs and SQL literals. */
  databasePasswords: Record<string, string>;
  /** Password per user of nats-server, safe inside its configuration. */
  natsPasswords: Record<string, string>;
}

async function generateTokenKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') });
}

function passwords(users: string[], known: Record<string, string> = {}): Record<string, string> {
  const made = users.map((user) => [user, known[user] ?? randomBytes(24).toString('base64url')]);
  return { ...known, ...Object.fromEntries(made) };
}

/** Reads the secrets of a data directory, making what is missing. Only the owner may read the file. */
export async function loadSecrets(
  directory: string,
  roles: string[],
  natsUsers: string[] = [],
): Promise<Secrets> {
  const file = path.join(directory, 'secrets.json');
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets: Secrets = {
    serviceSecret: known.serviceSecret ?? randomBytes(32).toString('base64url'),
    tokenPrivateKey: known.tokenPrivateKey ?? (await generateTokenKey()),
    fieldKey: known.fieldKey ?? randomBytes(32).toString('base64'),
    indexKey: known.indexKey ?? randomBytes(32).toString('base64'),
    databasePasswords: passwords(roles, known.databasePasswords),
    natsPasswords: passwords(natsUsers, known.natsPasswords),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(known)) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
