import { readConfig, secret, serviceConfigShape } from '@banyan/service-kit/config';
import type { z } from 'zod';

const shape = {
  ...serviceConfigShape,
  /** AES-256 key of sensitive fields and HMAC key of their hashes; base64 of 32 bytes each. */
  FIELD_KEY: secret(),
  INDEX_KEY: secret(),
};

export type ArchivesConfig = z.infer<z.ZodObject<typeof shape>>;

export function archivesConfig(environment: NodeJS.ProcessEnv): ArchivesConfig {
  return readConfig(shape, environment);
}
