import { readConfig, secret, serviceConfigShape } from '@banyan/service-kit/config';
import { z } from 'zod';

const shape = {
  ...serviceConfigShape,
  /** AES-256 key of sensitive fields and HMAC key of their hashes; base64 of 32 bytes each. */
  FIELD_KEY: secret(),
  INDEX_KEY: secret(),
  /** So many different records may an account see in full within so many minutes, whatever the acts. */
  UNMASK_RECORDS: z.coerce.number().int().min(1).max(10_000).default(30),
  UNMASK_MINUTES: z.coerce.number().int().min(1).max(1_440).default(10),
};

export type ArchivesConfig = z.infer<z.ZodObject<typeof shape>>;

export function archivesConfig(environment: NodeJS.ProcessEnv): ArchivesConfig {
  return readConfig(shape, environment);
}
